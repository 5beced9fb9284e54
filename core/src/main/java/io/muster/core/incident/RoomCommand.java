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

    /**
     * Muster cannot work in this channel any more.
     *
     * @param by who did it, if the chat said so
     */
    record RecordRoomLost(String channel, RoomLoss loss, Optional<PersonId> by)
            implements RoomCommand {}

    /** Muster can work in this channel, which was lost, again. */
    record RecordRoomBack(String channel) implements RoomCommand {}

    /** This channel is called something else now. */
    record RecordRoomRenamed(String channel, String name) implements RoomCommand {}

    /** The incident has lost its channel: open another one. */
    record OpenAnotherRoom() implements RoomCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.empty();
    }
}
