package io.muster.app.slack.ticket;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.FreeText;
import io.muster.core.incident.Incident;
import io.muster.core.ticket.Ticket;

import java.util.Optional;

/** The ticket, as the card and the answers show it. */
public final class TicketFacts {
    private static final int SHOWN = 60;

    private TicketFacts() {}

    /** A field of the card; empty while no ticket is linked. */
    public static Optional<String> of(Incident incident) {
        return incident.dossier().ticket().map(ticket -> "*Ticket*\n" + link(ticket.link()));
    }

    /** What can be opened is a link, named by the end of its address: the ticket's own number. */
    public static String link(FreeText ticket) {
        String text = ticket.text();
        if (!Ticket.opens(ticket)) {
            return Mrkdwn.escape(Foreign.atMost(text, SHOWN));
        }
        String name = text.replaceAll("[/?#]+$", "").replaceFirst("^.*/", "");
        return Mrkdwn.link(text, Foreign.atMost(name, SHOWN));
    }
}
