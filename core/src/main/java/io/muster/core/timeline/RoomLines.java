package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.RoomEvent;

/** How the channel and those in it read in the timeline. */
public final class RoomLines {
    private RoomLines() {}

    static Phrase what(RoomEvent event) {
        return switch (event) {
            case RoomEvent.PersonLeft e -> Phrase.EMPTY.who(e.person()).say(" left the channel");
            case RoomEvent.RoomLost e -> lost(e);
            case RoomEvent.RoomAwaited ignored -> Phrase.of("A new channel was asked for");
            case RoomEvent.RoomReturned e -> Phrase.of("Channel #" + e.name() + " is back in use");
            case RoomEvent.RoomRenamed e -> Phrase.of("Channel renamed to #" + e.name());
        };
    }

    /** What happened to the channel, and by whose hand. */
    public static Phrase lost(RoomEvent.RoomLost e) {
        Phrase what =
                switch (e.loss()) {
                    case ARCHIVED -> Phrase.of("Channel #" + e.name() + " was archived");
                    case DELETED -> Phrase.of("Channel #" + e.name() + " was deleted");
                    case REMOVED -> Phrase.of("Muster was removed from channel #" + e.name());
                    case OUT_OF_SIGHT ->
                            Phrase.of("Channel #" + e.name() + " was deleted, or closed to Muster");
                };
        return e.by().map(person -> what.say(" by ").who(person)).orElse(what);
    }
}
