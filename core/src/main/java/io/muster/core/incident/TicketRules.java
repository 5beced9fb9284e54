package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.action.ActionItem;
import io.muster.core.policy.AutoTick;
import io.muster.core.ticket.Order;
import io.muster.core.ticket.Ticket;
import io.muster.core.ticket.Tickets;

import java.util.Optional;

/** Under which ticket the rest of the house finds the incident. */
final class TicketRules {
    private static final int LONGEST = 500;

    private TicketRules() {}

    static Decision decide(Incident incident, TicketCommand command, Moment moment) {
        return switch (command) {
            case TicketCommand.LinkTicket c -> link(incident, c.link());
            case TicketCommand.OrderTicket c -> order(incident, c.action(), moment);
            case TicketCommand.RecordTicketOpened c ->
                    pending(incident, c.action())
                            .orElseGet(() ->
                                    Decision.accept(
                                            new TicketEvent.TicketOpened(
                                                    c.action(), c.key(), c.url())));
            case TicketCommand.RecordTicketRefused c ->
                    pending(incident, c.action())
                            .orElseGet(() ->
                                    Decision.accept(
                                            new TicketEvent.TicketRefused(c.action(), c.why())));
            case TicketCommand.RecordTicketNotUpdated c ->
                    Decision.accept(new TicketEvent.TicketNotUpdated(c.action(), c.why()));
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
                : Decision.accept(new TicketEvent.TicketLinked(link));
    }

    private static Decision order(Incident incident, int action, Moment moment) {
        if (!moment.roster().tickets().on()) {
            return Decision.refuse(
                    Phrase.of(
                                    "Muster is not connected to a ticket system. Open one there"
                                            + " yourself, then link it: ")
                            .then(linkIt(action)));
        }
        if (!moment.roster().tickets().allows(incident.header().isPrivate())) {
            return Decision.refuse(
                    Phrase.of(
                                    "This incident is private, and private incidents stay out of"
                                            + " the ticket system. If it may be known there, open a"
                                            + " ticket yourself and link it: ")
                            .then(linkIt(action)));
        }
        boolean pending =
                incident.dossier().tickets().order(action).filter(Order::isPending).isPresent();
        if (pending) {
            return Decision.refuse("It is being opened already; its link appears here.");
        }
        return (action == Order.THE_INCIDENT ? ofIncident(incident) : ofAction(incident, action))
                .orElseGet(() -> Decision.accept(new TicketEvent.TicketOrdered(action)));
    }

    /** How somebody links by hand what Muster cannot open. */
    static Phrase linkIt(int action) {
        return action == Order.THE_INCIDENT
                ? Phrase.EMPTY.code("/incident ticket <address>").say(".")
                : Phrase.of("Change on action item " + action + ", field Ticket.");
    }

    private static Optional<Decision> ofIncident(Incident incident) {
        if (incident.status() == Status.DISMISSED) {
            return Optional.of(LifecycleRules.over(incident));
        }
        return incident.dossier()
                .ticket()
                .map(ticket ->
                        Decision.refuse(
                                Phrase.of("It has a ticket already: ").quote(ticket.link())));
    }

    private static Optional<Decision> ofAction(Incident incident, int action) {
        Optional<ActionItem> item = incident.dossier().actions().find(action);
        if (item.isEmpty()) {
            return Optional.of(
                    Decision.refuse(incident.id() + " has no action item " + action + "."));
        }
        return item.map(ActionItem::ticket)
                .filter(ticket -> !ticket.isBlank())
                .map(ticket ->
                        Decision.refuse(Phrase.of("It has a ticket already: ").quote(ticket)));
    }

    /** The answer of the other side counts once, and only if somebody still waits for it. */
    private static Optional<Decision> pending(Incident incident, int action) {
        Tickets tickets = incident.dossier().tickets();
        return tickets.order(action).filter(Order::isPending).isPresent()
                ? Optional.empty()
                : Optional.of(Decision.refuse("Nobody waits for this ticket any more."));
    }

    /** Does this show that the ticket is open? */
    static boolean shows(AutoTick tick, IncidentEvent event) {
        boolean opened =
                event instanceof TicketEvent.TicketLinked
                        || (event instanceof TicketEvent.TicketOpened e
                                && e.action() == Order.THE_INCIDENT);
        return tick == AutoTick.TICKET_LINKED && opened;
    }
}
