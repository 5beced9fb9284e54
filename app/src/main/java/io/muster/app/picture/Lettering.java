package io.muster.app.picture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.AttributedString;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The letters of our pictures: DejaVu Sans, which comes along, so that a picture looks the same on
 * every machine. It knows Latin, Greek, Cyrillic, Arabic and Hebrew; other letters are borrowed
 * from the machine if that has any.
 */
public final class Lettering {
    private static final Logger LOG = LoggerFactory.getLogger(Lettering.class);
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    /** What would break a line or turn the direction of what follows it. */
    private static final Pattern UNRULY =
            Pattern.compile("[\\p{Cc}\\s\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final int LONGEST = 400;

    private final Font plain;
    private final Font bold;
    private final Optional<Font> borrowed;

    private Lettering(boolean ofTheMachine) throws IOException, FontFormatException {
        this.plain = read("DejaVuSans.ttf");
        this.bold = read("DejaVuSans-Bold.ttf");
        this.borrowed =
                ofTheMachine ? Optional.of(new Font(Font.DIALOG, Font.PLAIN, 1)) : Optional.empty();
    }

    /** Loaded once, when the first picture is drawn. */
    private static final class Loaded {
        static final Optional<Lettering> LETTERING = load();
    }

    /** The letters; empty where Java cannot draw any, and then words have to do. */
    public static Optional<Lettering> any() {
        return Loaded.LETTERING;
    }

    /** These words as one line; empty if there is nothing to see. */
    Optional<TextLayout> line(String words, Style style, FontRenderContext context) {
        String text = UNRULY.matcher(words).replaceAll(" ").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String bounded = text.length() > LONGEST ? cut(text, LONGEST) : text;
        return Optional.of(new TextLayout(dressed(bounded, style).getIterator(), context));
    }

    /** The beginning of a text, never half a character. */
    static String cut(String text, int most) {
        int end = Math.min(most, text.length());
        return text.substring(
                0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private AttributedString dressed(String text, Style style) {
        Font own = (style.bold() ? bold : plain).deriveFont(style.size());
        AttributedString dressed = new AttributedString(text);
        dressed.addAttribute(TextAttribute.FONT, own);
        Optional<Font> other = borrowed.map(font -> font.deriveFont(style.size()));
        for (int i = 0; i < text.length() && other.isPresent(); ) {
            int letter = text.codePointAt(i);
            int next = i + Character.charCount(letter);
            if (!own.canDisplay(letter) && other.get().canDisplay(letter)) {
                dressed.addAttribute(TextAttribute.FONT, other.get(), i, next);
            }
            i = next;
        }
        return dressed;
    }

    private static Optional<Lettering> load() {
        System.setProperty("java.awt.headless", "true");
        try {
            return Optional.of(new Lettering(true));
        } catch (IOException
                | FontFormatException
                | RuntimeException
                | LinkageError
                | InternalError e) {
            LOG.debug("this machine has no fonts of its own", e);
            return loadWithout();
        }
    }

    /** Java insists on knowing the fonts of the machine, and takes a list without any. */
    private static Optional<Lettering> loadWithout() {
        try {
            Path none = Files.createTempFile("muster-fonts", ".properties");
            none.toFile().deleteOnExit();
            Files.writeString(none, "version=1\nsequence.allfonts=default\n");
            System.setProperty("sun.awt.fontconfig", none.toString());
            return Optional.of(new Lettering(false));
        } catch (IOException
                | FontFormatException
                | RuntimeException
                | LinkageError
                | InternalError e) {
            LOG.warn("Java cannot draw letters here; pictures are sent as words", e);
            return Optional.empty();
        }
    }

    private static Font read(String name) throws IOException, FontFormatException {
        try (InputStream file = Lettering.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new FileNotFoundException(name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        }
    }
}
