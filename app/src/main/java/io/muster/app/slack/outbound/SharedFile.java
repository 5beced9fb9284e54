package io.muster.app.slack.outbound;

/** A file on its way into a conversation. */
final class SharedFile {
    private final String name;
    private final String title;
    private final String alt;
    private final String comment;
    private final byte[] bytes;

    /**
     * One of these bytes.
     *
     * @param name by which it is found again; it must be one of its own
     * @param alt what it shows, for whoever cannot see it; at most 1,000 characters
     * @param comment markup of the message that it comes with
     */
    SharedFile(String name, String title, String alt, String comment, byte[] bytes) {
        this.name = name;
        this.title = title;
        this.alt = alt;
        this.comment = comment;
        this.bytes = bytes.clone();
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    String alt() {
        return alt;
    }

    String comment() {
        return comment;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
