package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.policy.AutoTick;
import io.muster.core.ticket.Ticket;

import java.util.List;

/** Under which ticket the rest of the house finds the incident. */
final class TicketRules {
    private static final int LONGEST = 500;

    private TicketRules() {}

    static Decision decide(Incident incident, TicketCommand command) {
        return switch (command) {
            case TicketCommand.LinkTicket c -> link(incident, c.link());
        };
    }

    private static Decision link(Incident incident, FreeText link) {
        if (link.isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say where it is: ")
                            .code("/incident ticket https://tickets.example/SEC-7")
                            .say("."));
        }
        if (link.text().length() > LONGEST) {
            return Decision.refuse(
                    "That is too long for a ticket. Give its address or its number.");
        }
        boolean same =
                incident.dossier().ticket().map(Ticket::link).filter(link::equals).isPresent();
        return same
                ? Decision.refuse("That ticket is linked already.")
                : new Decision.Accepted(List.of(new TicketEvent.TicketLinked(link)));
    }

    /** Does this show that the ticket is open? */
    static boolean shows(AutoTick tick, IncidentEvent event) {
        return tick == AutoTick.TICKET_LINKED && event instanceof TicketEvent.TicketLinked;
    }
}
