package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.policy.Act;

import java.time.Instant;
import java.util.Optional;

/** What the chat told about the incident's channel, and what people want of it. */
public sealed interface RoomCommand extends DossierCommand {
    /**
     * A person left the incident's channel, or was removed from it.
     *
     * @param at when, as the chat says
     */
    record Leave(PersonId person, Instant at) implements RoomCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.empty();
    }
}
