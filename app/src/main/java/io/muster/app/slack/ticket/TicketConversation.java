package io.muster.app.slack.ticket;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.FreeText;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.TicketCommand;
import io.muster.core.ticket.Order;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the incident is kept in the team's own system: linked, or shown. */
public final class TicketConversation implements Conversation {
    private static final Pattern OPEN =
            Pattern.compile("(?i)(open|create|new)( +(?<action>\\d{1,4}))?");

    private final Reception reception;

    /** In front of this reception. */
    public TicketConversation(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                "ticket",
                "[address | open [action item]]",
                "link the ticket in your own system, have one opened, or see which is linked",
                this::typed);
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) -> {
                    Matcher open = OPEN.matcher(rest.rest().strip());
                    if (open.matches()) {
                        return order(id, open.group("action"), typed);
                    }
                    return rest.rest().isBlank() ? show(id, typed) : link(id, rest, typed);
                });
    }

    private Answer order(IncidentId id, @Nullable String action, Typed typed) {
        int number = action == null ? Order.THE_INCIDENT : Integer.parseInt(action);
        return reception.ask(
                id,
                new TicketCommand.OrderTicket(number),
                typed.knock(),
                after -> Answer.whisper("It is being opened; its link appears here."));
    }

    private Answer show(IncidentId id, Typed typed) {
        return reception
                .view(id, typed.by())
                .map(view -> Answer.whisper(known(view)))
                .orElseGet(reception::nothingHere);
    }

    private static String known(IncidentView view) {
        return view.incident()
                .dossier()
                .ticket()
                .map(ticket ->
                        view.incident().id() + " is kept as " + TicketFacts.link(ticket.link()))
                .orElse(
                        "No ticket is linked yet. Open one under "
                                + view.incident().id()
                                + " in your own system, then: `/incident ticket <address>`. If"
                                + " Muster is connected to it, `/incident ticket open` does both.");
    }

    private Answer link(IncidentId id, Typed rest, Typed typed) {
        return reception.ask(
                id,
                new TicketCommand.LinkTicket(FreeText.of(rest.rest())),
                typed.knock(),
                after ->
                        Answer.whisper(
                                after.id()
                                        + " is kept as "
                                        + TicketFacts.link(
                                                after.dossier().ticket().orElseThrow().link())
                                        + "."));
    }
}
