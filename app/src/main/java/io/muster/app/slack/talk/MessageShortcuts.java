package io.muster.app.slack.talk;

import com.slack.api.model.view.View;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pinned;
import io.muster.app.slack.Pointed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Ways;
import io.muster.app.slack.action.ActionConversation;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.incident.DeclareConversation;
import io.muster.core.incident.IncidentId;
import io.muster.db.incident.BoardRow;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What can be made of any message: a line of the timeline, an action item, an incident. */
public final class MessageShortcuts implements Conversation {
    private final Reception reception;
    private final Modals modals;
    private final DeclareConversation declaring;
    private final Supplier<String> workspace;

    /**
     * @param workspace its address, with which links to messages begin; empty if it is not known
     */
    public MessageShortcuts(
            Reception reception,
            Modals modals,
            DeclareConversation declaring,
            Supplier<String> workspace) {
        this.reception = reception;
        this.modals = modals;
        this.declaring = declaring;
        this.workspace = workspace;
    }

    @Override
    public void register(Ways ways) {
        ways.shortcut("timeline-message", this::timeline)
                .shortcut("action-message", this::action)
                .shortcut("declare-message", this::declare)
                .global("declare-incident", declaring::openBlank)
                .modal(MessageForms.TIMELINE, this::timelineChosen)
                .modal(MessageForms.ACTION, this::actionChosen);
    }

    private Answer timeline(Pointed pointed) {
        Pinned pinned = Pinned.of(pointed, workspace.get());
        return here(pointed)
                .map(id ->
                        reception.ask(
                                id,
                                pinned.mark(false),
                                pointed.knock(),
                                after -> Answer.whisper("📌 It is in the timeline of " + id + ".")))
                .orElseGet(() -> ask(pointed, open -> MessageForms.timeline(pinned, open)));
    }

    private ModalAnswer timelineChosen(Submitted form) {
        return chosen(
                form,
                (view, pinned) ->
                        switch (reception.askAll(
                                view.incident().id(), List.of(pinned.mark(false)), form.knock())) {
                            case Outcome.Done ignored -> ModalAnswer.close();
                            case Outcome.Refused(var words) ->
                                    ModalAnswer.refused(MessageForms.INCIDENT, words);
                        });
    }

    private Answer action(Pointed pointed) {
        Pinned pinned = Pinned.of(pointed, workspace.get());
        Optional<IncidentView> here = here(pointed).flatMap(id -> reception.view(id, pointed.by()));
        return here.map(view -> open(pointed, ActionConversation.form(view, words(pinned))))
                .orElseGet(() -> ask(pointed, open -> MessageForms.action(pinned, open)));
    }

    private ModalAnswer actionChosen(Submitted form) {
        return chosen(
                form,
                (view, pinned) -> ModalAnswer.show(ActionConversation.form(view, words(pinned))));
    }

    private Answer declare(Pointed pointed) {
        Pinned pinned = Pinned.of(pointed, workspace.get());
        return declaring.openFrom(pointed.from(), pinned.quoted(), pinned.kept(""));
    }

    private static io.muster.core.FreeText words(Pinned pinned) {
        String link = pinned.quoted().link();
        String text = pinned.quoted().text().text();
        return io.muster.core.FreeText.of(link.isBlank() ? text : text + "\n" + link);
    }

    private ModalAnswer chosen(Submitted form, BiFunction<IncidentView, Pinned, ModalAnswer> then) {
        Optional<Pinned> pinned = Pinned.in(form.metadata());
        Optional<IncidentView> view =
                MessageForms.chosen(form).flatMap(id -> reception.view(id, form.by()));
        return view.isPresent() && pinned.isPresent()
                ? then.apply(view.get(), pinned.get())
                : ModalAnswer.error(MessageForms.INCIDENT, "You cannot see that one any more.");
    }

    private Optional<IncidentId> here(Pointed pointed) {
        return pointed.from()
                .channel()
                .flatMap(reception.records()::inChannel)
                .filter(id -> reception.view(id, pointed.by()).isPresent());
    }

    private Answer ask(Pointed pointed, Function<List<BoardRow>, View> form) {
        List<BoardRow> open = reception.records().open(pointed.by());
        return open.isEmpty()
                ? Answer.whisper(
                        "No incident is open that this could belong to. To declare one from it, use"
                                + " _Declare from message_ in the same menu.")
                : open(pointed, form.apply(open));
    }

    private Answer open(Pointed pointed, View view) {
        return pointed.from().trigger().filter(t -> modals.open(t, view)).isPresent()
                ? Answer.silence()
                : Answer.whisper("The form did not open in time. Use the shortcut again.");
    }
}
