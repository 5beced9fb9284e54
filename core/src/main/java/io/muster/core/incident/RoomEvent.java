package io.muster.core.incident;

import io.muster.core.PersonId;

import java.time.Instant;
import java.util.Objects;

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
}
