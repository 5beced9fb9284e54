package io.muster.app.picture;

import java.awt.Color;

/** How words look. */
record Style(float size, boolean bold, Color colour) {
    static final Style TITLE = new Style(17, true, Ink.BLACK);
    static final Style HEAD = new Style(13, true, Ink.BLACK);
    static final Style BODY = new Style(12.5f, false, Ink.BLACK);
    static final Style STRONG = new Style(12.5f, true, Ink.BLACK);
    static final Style SMALL = new Style(11.5f, false, Ink.GREY);

    Style in(Color other) {
        return new Style(size, bold, other);
    }
}
