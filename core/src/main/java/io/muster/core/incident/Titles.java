package io.muster.core.incident;

import io.muster.core.FreeText;

/** Makes a title out of whatever was typed: one line, no invisible controls, not too long. */
final class Titles {
    /** As long as a title may be, in code points; what is longer is kept as the description. */
    static final int LONGEST = 120;

    private Titles() {}

    static FreeText tidy(FreeText typed) {
        String line = oneLine(typed.text());
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return new FreeText(line);
        }
        return new FreeText(line.substring(0, cut(line)).stripTrailing() + "…");
    }

    /** Whether tidying loses words, so that they have to be kept elsewhere. */
    static boolean shortens(FreeText typed) {
        String line = oneLine(typed.text());
        return line.codePointCount(0, line.length()) > LONGEST;
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().filter(c -> !isInvisibleControl(c)).forEach(line::appendCodePoint);
        return line.toString().replaceAll("\\s+", " ").strip();
    }

    /** On a word if one ends near the limit, else in the middle of a word. */
    private static int cut(String line) {
        int end = line.offsetByCodePoints(0, LONGEST - 1);
        int space = line.lastIndexOf(' ', end);
        return space > end - 30 && space > 0 ? space : end;
    }

    /** Controls that could reorder or hide what follows; those that shape emoji are kept. */
    private static boolean isInvisibleControl(int c) {
        boolean whiteSpace = Character.isWhitespace(c);
        boolean control = Character.getType(c) == Character.CONTROL && !whiteSpace;
        boolean direction =
                (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0x200E
                        || c == 0x200F
                        || c == 0x061C;
        boolean nothing = c == 0x200B || c == 0xFEFF || c == 0x2060;
        return control || direction || nothing;
    }
}
