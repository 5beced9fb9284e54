package io.muster.core.incident;

import java.util.Objects;

/**
 * Where the incident's document stands in the chat.
 *
 * @param id of the canvas, or of the message that stands in for it
 * @param link an address that opens it; empty if none is known
 */
public record DocumentPlace(Form form, String id, String link) {
    public DocumentPlace {
        Objects.requireNonNull(form);
        Objects.requireNonNull(id);
        Objects.requireNonNull(link);
    }

    /** What it is made of. */
    public enum Form {
        /** The canvas of the incident's channel. */
        CANVAS,
        /** A pinned message, where canvases are not to be had. */
        MESSAGE
    }
}
