package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.action.Actions;
import io.muster.core.ticket.Order;
import io.muster.core.ticket.Ticket;
import io.muster.core.ticket.Tickets;

/** The tickets after it. */
final class TicketFold {
    private TicketFold() {}

    static Tickets after(Tickets before, TicketEvent event, Happened happened) {
        return switch (event) {
            case TicketEvent.TicketLinked e ->
                    before.linked(new Ticket(e.link(), happened.by(), happened.at()));
            case TicketEvent.TicketOrdered e -> before.ordered(order(before, e, happened));
            case TicketEvent.TicketOpened e -> opened(before, e, happened);
            case TicketEvent.TicketRefused e -> before.refused(e.action(), e.why());
            case TicketEvent.TicketNotUpdated ignored -> before; // the timeline holds it
        };
    }

    /** An action item shows the address of its ticket wherever it was opened. */
    static Actions after(Actions before, TicketEvent event) {
        return event instanceof TicketEvent.TicketOpened e && e.action() != Order.THE_INCIDENT
                ? before.ticketed(e.action(), FreeText.of(e.url()))
                : before;
    }

    /** Somebody may say where an action item is kept before Muster has opened a ticket for it. */
    static Tickets after(Tickets before, ActionEvent event) {
        return event instanceof ActionEvent.ActionDescribed e
                ? before.linked(e.number(), e.ticket())
                : before;
    }

    private static Order order(Tickets before, TicketEvent.TicketOrdered e, Happened happened) {
        return before.order(e.action())
                .map(o -> Order.of(e.action(), o.since(), o.times() + 1))
                .orElseGet(() -> Order.of(e.action(), happened.at(), 1));
    }

    private static Tickets opened(Tickets before, TicketEvent.TicketOpened e, Happened happened) {
        Tickets opened = before.opened(e.action(), e.key(), e.url());
        return e.action() == Order.THE_INCIDENT
                ? opened.kept(new Ticket(FreeText.of(e.url()), happened.by(), happened.at()))
                : opened;
    }
}
