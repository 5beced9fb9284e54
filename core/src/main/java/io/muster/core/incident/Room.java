package io.muster.core.incident;

import java.util.Objects;

/**
 * The incident's channel, recognised by its id for ever; the name is what the chat returned when it
 * was made, and people may rename it.
 */
public record Room(String channel, String name) {
    public Room {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(name);
    }
}
