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

/** Where the incident is kept in the team's own system: linked, or shown. */
public final class TicketConversation implements Conversation {
    private final Reception reception;

    /** In front of this reception. */
    public TicketConversation(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                "ticket",
                "[address]",
                "link the ticket in your own system, or see which is linked",
                this::typed);
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) -> rest.rest().isBlank() ? show(id, typed) : link(id, rest, typed));
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
                .map(ticket -> view.incident().id() + " is kept as " + TicketFacts.link(ticket))
                .orElse(
                        "No ticket is linked yet. Open one under "
                                + view.incident().id()
                                + " in your own system, then: `/incident ticket <address>`.");
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
                                        + TicketFacts.link(after.dossier().ticket().orElseThrow())
                                        + "."));
    }
}
