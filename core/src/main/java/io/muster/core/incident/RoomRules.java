package io.muster.core.incident;

import io.muster.core.Phrase;

/** Who goes out of the channel, and what becomes of it. */
final class RoomRules {
    private RoomRules() {}

    static Decision decide(Incident incident, RoomCommand command) {
        return switch (command) {
            case RoomCommand.Leave c -> leave(incident, c);
        };
    }

    /** Told twice, or of somebody whom nobody noticed coming in: no news. */
    private static Decision leave(Incident incident, RoomCommand.Leave command) {
        return incident.crew().isIn(command.person())
                ? Decision.accept(new RoomEvent.PersonLeft(command.person(), command.at()))
                : Decision.refuse(Phrase.EMPTY);
    }
}
