package io.muster.core.incident;

import io.muster.core.action.ActionItem;
import io.muster.core.roster.Ticketing;
import io.muster.core.ticket.Order;

/**
 * What gets a ticket without anybody asking for it. A drill gets none: nobody would clear it up.
 */
final class TicketConsequences {
    private TicketConsequences() {}

    static void follow(Unfolding unfolding) {
        Incident incident = unfolding.incident();
        Ticketing gets = unfolding.moment().roster().tickets();
        if (!gets.allows(incident.header().isPrivate()) || incident.header().drill()) {
            return;
        }
        boolean own =
                incident.status().isActive()
                        && gets.covers(incident.severity(), incident.header().kinds())
                        && incident.dossier().ticket().isEmpty();
        if (own) {
            order(Order.THE_INCIDENT, unfolding);
        }
        if (gets.actions()) {
            incident.dossier().actions().all().stream()
                    .filter(ActionItem::isOpen)
                    .filter(item -> item.ticket().isBlank())
                    .forEach(item -> order(item.number(), unfolding));
        }
    }

    /** What was refused waits until somebody asks again. */
    private static void order(int action, Unfolding unfolding) {
        if (unfolding.incident().dossier().tickets().order(action).isEmpty()) {
            unfolding.happens(new TicketEvent.TicketOrdered(action));
        }
    }
}
