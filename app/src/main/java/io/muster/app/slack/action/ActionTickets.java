package io.muster.app.slack.action;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.action.ActionItem;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.TicketCommand;
import io.muster.core.ticket.Order;

import java.util.List;
import java.util.Optional;

/** A ticket of its own for an action item, asked for from its form. */
final class ActionTickets {
    static final String OPEN = "action-ticket";

    private final Reception reception;
    private final Modals modals;

    ActionTickets(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    /** The button, or where the ticket stands; nothing where Muster can open none. */
    Optional<LayoutBlock> offer(IncidentView view, ActionItem item) {
        boolean can =
                reception.office().roster().tickets().allows(view.incident().header().isPrivate());
        if (!can || !item.ticket().isBlank()) {
            return Optional.empty();
        }
        boolean pending =
                view.incident()
                        .dossier()
                        .tickets()
                        .order(item.number())
                        .filter(Order::isPending)
                        .isPresent();
        return Optional.of(
                pending
                        ? Shapes.context("A ticket is being opened; its link will stand here.")
                        : Shapes.actions(
                                "ticket",
                                List.of(
                                        Shapes.button(
                                                "Open a ticket",
                                                OPEN + ":in",
                                                view.incident().id().number()
                                                        + "|"
                                                        + item.number()))));
    }

    /** The form turns into the list, which says what came of it. */
    Answer pressed(Pressed pressed) {
        Optional<IncidentId> id = pressed.incident();
        if (id.isEmpty() || !pressed.detail().matches("\\d{1,4}")) {
            return reception.nothingHere();
        }
        int number = Integer.parseInt(pressed.detail());
        Outcome outcome =
                reception.askAll(
                        id.get(), List.of(new TicketCommand.OrderTicket(number)), pressed.knock());
        String words =
                switch (outcome) {
                    case Outcome.Done ignored ->
                            "A ticket for action item " + number + " is being opened.";
                    case Outcome.Refused(var why) -> Mrkdwn.of(why);
                };
        Optional<IncidentView> now = reception.view(id.get(), pressed.by());
        now.ifPresent(view ->
                pressed.inView().ifPresent(sheet -> modals.refresh(sheet, said(view, words))));
        return Answer.silence();
    }

    private static View said(IncidentView view, String words) {
        return Forms.saying(Message.of(words), ActionSheet.of(view));
    }
}
