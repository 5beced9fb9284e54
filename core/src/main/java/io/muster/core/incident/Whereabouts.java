package io.muster.core.incident;

import io.muster.core.PersonId;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of the channels that an incident had.
 *
 * @param lost the last one, while the incident has none in its place
 * @param awaited a new channel has been asked for and is not open yet
 * @param replaced the one before the channel that it has now, if that one was lost
 */
public record Whereabouts(Optional<Lost> lost, boolean awaited, Optional<Lost> replaced) {
    /** Nothing was ever lost. */
    public static final Whereabouts NONE =
            new Whereabouts(Optional.empty(), false, Optional.empty());

    public Whereabouts {
        Objects.requireNonNull(lost);
        Objects.requireNonNull(replaced);
    }

    /**
     * A channel that cannot be worked in.
     *
     * @param by who did it, if the chat said so
     */
    public record Lost(Room room, RoomLoss loss, Optional<PersonId> by) {
        public Lost {
            Objects.requireNonNull(room);
            Objects.requireNonNull(loss);
        }
    }

    Whereabouts lost(Lost channel) {
        return new Whereabouts(Optional.of(channel), awaited, Optional.empty());
    }

    Whereabouts awaiting(boolean another) {
        return new Whereabouts(lost, another, replaced);
    }

    /** There is a channel again: the same one, or another in its place. */
    Whereabouts found(Room room) {
        return new Whereabouts(Optional.empty(), false, lost.filter(l -> !isSame(l.room(), room)));
    }

    private static boolean isSame(Room one, Room other) {
        return one.channel().equals(other.channel());
    }
}
