package io.muster.app.sandbox.text;

/** The three characters that Slack's texts carry escaped. */
public final class Escapes {
    private Escapes() {}

    /** As a person's words travel. */
    public static String apply(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** As they are read. */
    public static String undo(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
