package io.muster.core.timeline;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.incident.TicketEvent;
import io.muster.core.ticket.Order;

/** How it reads in the timeline. */
final class TicketLines {
    private TicketLines() {}

    static Phrase what(TicketEvent event) {
        return switch (event) {
            case TicketEvent.TicketLinked e -> Phrase.of("Ticket linked: ").quote(e.link());
            case TicketEvent.TicketOrdered e -> Phrase.of("Ticket" + of(e.action()) + " asked for");
            case TicketEvent.TicketOpened e ->
                    Phrase.of("Ticket")
                            .say(of(e.action()) + " opened: ")
                            .quote(FreeText.of(e.key()))
                            .say(", ")
                            .quote(FreeText.of(e.url()));
            case TicketEvent.TicketRefused e ->
                    Phrase.of("Ticket" + of(e.action()) + " not created: " + e.why());
            case TicketEvent.TicketNotUpdated e ->
                    Phrase.of("Ticket" + of(e.action()) + " not brought up to date: " + e.why());
        };
    }

    private static String of(int action) {
        return action == Order.THE_INCIDENT ? "" : " of action item " + action;
    }
}
