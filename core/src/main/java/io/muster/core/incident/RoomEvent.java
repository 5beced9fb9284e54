package io.muster.core.incident;

import io.muster.core.PersonId;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What became of the incident's channel, and of the people in it, after it was opened. */
public sealed interface RoomEvent extends DossierEvent {
    /**
     * A person left the incident's channel, or was removed from it; the chat does not say which.
     *
     * @param at when, as the chat says
     */
    record PersonLeft(PersonId person, Instant at) implements RoomEvent {
        public PersonLeft {
            Objects.requireNonNull(person);
            Objects.requireNonNull(at);
        }
    }

    /**
     * The incident's channel cannot be worked in any more.
     *
     * @param by who did it, if the chat said so
     */
    record RoomLost(String channel, String name, RoomLoss loss, Optional<PersonId> by)
            implements RoomEvent {
        public RoomLost {
            Objects.requireNonNull(loss);
            Objects.requireNonNull(by);
        }
    }

    /** A new channel is to take the place of the one that was lost. */
    record RoomAwaited() implements RoomEvent {}

    /** The channel that was lost can be worked in again. */
    record RoomReturned(String channel, String name) implements RoomEvent {}

    /** The channel is called something else now. */
    record RoomRenamed(String channel, String name) implements RoomEvent {}
}
