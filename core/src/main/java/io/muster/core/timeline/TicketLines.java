package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.TicketEvent;

/** How it reads in the timeline. */
final class TicketLines {
    private TicketLines() {}

    static Phrase what(TicketEvent event) {
        return switch (event) {
            case TicketEvent.TicketLinked e -> Phrase.of("Ticket linked: ").quote(e.link());
        };
    }
}
