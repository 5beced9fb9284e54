package io.muster.core.talk;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a message stands in the chat.
 *
 * @param message its name within the channel
 * @param thread the message that its thread began with, if it is a reply and that is known
 */
public record Spot(String channel, String message, Optional<String> thread) {
    public Spot {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(message);
        Objects.requireNonNull(thread);
    }

    /** Whether both are the same message, whatever is known of its thread. */
    public boolean same(Spot other) {
        return channel.equals(other.channel) && message.equals(other.message);
    }

    /** The message under which a reply belongs. */
    public String root() {
        return thread.orElse(message);
    }
}
