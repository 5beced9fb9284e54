package io.muster.app.slack.obligation;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How does it stand? Posting an update answers the reminder and starts its clock anew. */
public final class UpdateConversation implements Conversation {
    private static final String KNOWN = "known";
    private static final String DOING = "doing";
    private static final String NEED = "need";

    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public UpdateConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("update", "[text]", "post a status update; the reminder starts anew", this::typed)
                .button(
                        "update",
                        pressed ->
                                pressed.incident()
                                        .map(id -> open(pressed.from().trigger(), id, pressed.by()))
                                        .orElseGet(reception::nothingHere))
                .modal("update", this::submitted);
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        rest.rest().isBlank()
                                ? open(typed.from().trigger(), id, typed.by())
                                : reception.ask(
                                        id,
                                        new IncidentCommand.PostUpdate(
                                                FreeText.of(rest.rest()),
                                                FreeText.NONE,
                                                FreeText.NONE),
                                        typed.knock(),
                                        after -> Answer.whisper(posted(after))));
    }

    private static String posted(Incident after) {
        return "Update "
                + after.updates().count()
                + " of "
                + after.id()
                + " is posted."
                + after.obligations()
                        .nextUpdate()
                        .map(o -> " The next one is due " + Mrkdwn.dateTime(o.due()) + ".")
                        .orElse("");
    }

    private Answer open(Optional<String> trigger, IncidentId id, PersonId by) {
        Optional<IncidentView> view = reception.view(id, by);
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        return trigger.filter(t -> modals.open(t, form(view.get()))).isPresent()
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Press again, or type `/incident update <text>`.");
    }

    private static View form(IncidentView view) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.context(
                        Mrkdwn.escape(view.label())
                                + " · "
                                + view.incident()
                                        .updates()
                                        .last()
                                        .map(u -> "last update " + Mrkdwn.dateTime(u.at()))
                                        .orElse("no update yet")));
        blocks.add(Forms.lines(KNOWN, "What do we know? What changed?", "", "", false));
        blocks.add(Forms.lines(DOING, "What are we doing?", "", "", true));
        blocks.add(Forms.lines(NEED, "What do we need?", "", "", true));
        return Forms.modal(
                "update",
                "Status update",
                "Post update",
                String.valueOf(view.incident().id().number()),
                blocks);
    }

    private ModalAnswer submitted(Submitted form) {
        if (form.incident().isEmpty()) {
            return ModalAnswer.close();
        }
        IncidentCommand command =
                new IncidentCommand.PostUpdate(form.text(KNOWN), form.text(DOING), form.text(NEED));
        return switch (reception.askAll(form.incident().get(), List.of(command), form.knock())) {
            case Outcome.Done ignored -> ModalAnswer.close();
            case Outcome.Refused(var words) -> ModalAnswer.refused(KNOWN, words);
        };
    }
}
