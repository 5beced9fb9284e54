package io.muster.app.slack.outbound;

/** A file on its way into a conversation. */
final class SharedFile {
    private final String name;
    private final String title;
    private final String alt;
    private final byte[] bytes;

    /**
     * One of these bytes.
     *
     * @param name by which it is found again; it must be one of its own
     * @param alt what it shows, for whoever cannot see it; at most 1,000 characters; empty if it is
     *     words itself
     */
    SharedFile(String name, String title, String alt, byte[] bytes) {
        this.name = name;
        this.title = title;
        this.alt = alt;
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

    byte[] bytes() {
        return bytes.clone();
    }
}
