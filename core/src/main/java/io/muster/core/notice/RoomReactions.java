package io.muster.core.notice;

import io.muster.core.incident.RoomEvent;

import java.util.List;

/** Who hears what became of the incident's channel. */
final class RoomReactions {
    private RoomReactions() {}

    static List<Effect> to(RoomEvent event) {
        return switch (event) {
            case RoomEvent.PersonLeft ignored -> List.of(); // the channel shows it
        };
    }
}
