package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.RoomEvent;

/** How the channel and those in it read in the timeline. */
final class RoomLines {
    private RoomLines() {}

    static Phrase what(RoomEvent event) {
        return switch (event) {
            case RoomEvent.PersonLeft e -> Phrase.EMPTY.who(e.person()).say(" left the channel");
        };
    }
}
