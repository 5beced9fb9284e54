package io.muster.core.incident;

import io.muster.core.ticket.Ticket;

/** The ticket that is linked after it. */
final class TicketFold {
    private TicketFold() {}

    static Ticket after(TicketEvent event, Happened happened) {
        return switch (event) {
            case TicketEvent.TicketLinked e -> new Ticket(e.link(), happened.by(), happened.at());
        };
    }
}
