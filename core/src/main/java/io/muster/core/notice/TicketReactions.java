package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.TicketEvent;
import io.muster.core.ticket.Order;
import io.muster.core.ticket.Ticket;
import io.muster.core.timeline.Timeline;

import java.util.List;

/** Whoever works on it hears where else it is kept, and what could not be written there. */
final class TicketReactions {
    private TicketReactions() {}

    static List<Effect> to(TicketEvent event, Happened happened, Incident after) {
        return switch (event) {
            case TicketEvent.TicketLinked ignored ->
                    Reactions.line(Notice.Tone.PLAIN, Timeline.sentence(happened));
            case TicketEvent.TicketOrdered e -> List.of(new Effect.OpenTicket(e.action()));
            case TicketEvent.TicketOpened ignored ->
                    Reactions.line(Notice.Tone.PLAIN, Timeline.sentence(happened));
            case TicketEvent.TicketRefused e -> Reactions.line(Notice.Tone.BAD, refused(e));
            case TicketEvent.TicketNotUpdated e ->
                    Reactions.line(Notice.Tone.BAD, behind(e, after));
        };
    }

    private static Phrase refused(TicketEvent.TicketRefused e) {
        boolean ofIncident = e.action() == Order.THE_INCIDENT;
        String which = ofIncident ? "The ticket" : "The ticket of action item " + e.action();
        Phrase what = Phrase.of(which + " could not be created: " + e.why() + ". ");
        return ofIncident
                ? what.say("Link one with ")
                        .code("/incident ticket <address>")
                        .say(", or try again with ")
                        .code("/incident ticket open")
                        .say(".")
                : what.say(
                                "Open one yourself and link it: Change on the action item, or try again with ")
                        .code("/incident ticket open " + e.action())
                        .say(".");
    }

    private static Phrase behind(TicketEvent.TicketNotUpdated e, Incident after) {
        Phrase which =
                e.action() == Order.THE_INCIDENT
                        ? after.dossier()
                                .ticket()
                                .map(Ticket::link)
                                .map(link -> Phrase.of("The ticket ").quote(link))
                                .orElse(Phrase.of("The ticket"))
                        : Phrase.of("The ticket of action item " + e.action());
        return which.say(
                " was not brought up to date: " + e.why() + ". Please do it there by hand.");
    }
}
