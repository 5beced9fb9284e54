package io.muster.app.slack.block;

/**
 * Foreign text for the elements that Slack shows literally. It needs no escaping there; a belt
 * beside the braces: what would be a mention or a link if some client read it as markup is broken
 * up by a character that takes no room.
 */
public final class Foreign {
    private static final String NO_WIDTH = "\u200B";

    private Foreign() {}

    /** The text, harmless even where it is read as markup. */
    public static String harmless(String text) {
        return text.replace("<!", "<" + NO_WIDTH + "!")
                .replace("<@", "<" + NO_WIDTH + "@")
                .replace("<#", "<" + NO_WIDTH + "#")
                .replace("<http", "<" + NO_WIDTH + "http");
    }

    /** The text in at most so many characters, cut on a whole character, with an ellipsis. */
    public static String atMost(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
