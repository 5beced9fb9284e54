package io.muster.core.evidence;

import java.util.Objects;
import java.util.Optional;

/**
 * Where in the chat an exhibit is to be fetched from.
 *
 * @param thread the message that the thread began with, if it was in one
 * @param file the file, if it is one of the message's files and not the message itself
 */
public record ChatSource(
        String channel, String message, Optional<String> thread, Optional<String> file) {
    public ChatSource {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(message);
    }
}
