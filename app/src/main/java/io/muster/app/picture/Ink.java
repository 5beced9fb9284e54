package io.muster.app.picture;

import java.awt.Color;

/**
 * Colours on white that people with any colour vision tell apart, after Okabe and Ito. None of them
 * says anything alone: what they mark differs in shape too.
 */
final class Ink {
    static final Color PAPER = Color.WHITE;
    static final Color BLACK = new Color(0x1D1C1D);
    static final Color GREY = new Color(0x5A5A5E);
    static final Color LINE = new Color(0xD9D9DE);
    static final Color PALE = new Color(0xEEF3F8);
    static final Color BLUE = new Color(0x0072B2);
    static final Color SKY = new Color(0x7FB8D8);
    static final Color VERMILION = new Color(0xC44E00);

    private Ink() {}
}
