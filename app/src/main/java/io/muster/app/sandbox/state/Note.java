package io.muster.app.sandbox.state;

/** A channel's topic or purpose: its words, who set them and when. */
public record Note(String value, String creator, long lastSet) {
    static final Note NONE = new Note("", "", 0);
}
