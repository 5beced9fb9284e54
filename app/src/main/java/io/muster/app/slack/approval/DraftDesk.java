package io.muster.app.slack.approval;

import com.slack.api.model.view.View;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.incident.DraftCommand;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finding the draft that is meant, asking about it, and showing what came of it. */
final class DraftDesk {
    private final Reception reception;
    private final Modals modals;

    DraftDesk(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    /** Shows something about the draft that the button names. */
    Answer about(Pressed pressed, BiFunction<Draft, IncidentView, View> view) {
        Optional<DraftRef> ref = pressed.value().stream().findFirst().flatMap(DraftRef::parse);
        return ref.map(r ->
                        show(
                                pressed,
                                Optional.of(r.incident()),
                                v ->
                                        draft(v, r.number())
                                                .map(d -> view.apply(d, v))
                                                .orElseGet(() -> DraftSheets.list(v))))
                .orElseGet(reception::nothingHere);
    }

    /** Shows something about an incident: in the modal that is open, else in a new one. */
    Answer show(Pressed pressed, Optional<IncidentId> id, Function<IncidentView, View> view) {
        Optional<IncidentView> seen = id.flatMap(i -> reception.view(i, pressed.by()));
        if (seen.isEmpty()) {
            return reception.nothingHere();
        }
        if (pressed.inView().isPresent() && isModal(pressed)) {
            modals.refresh(pressed.inView().get(), view.apply(seen.get()));
            return Answer.silence();
        }
        return open(pressed.from().trigger(), view.apply(seen.get()));
    }

    /** The Home is a view as well, and nothing of a modal can be shown in it. */
    private static boolean isModal(Pressed pressed) {
        return pressed.inView().filter(v -> !v.metadata().isEmpty()).isPresent();
    }

    Answer open(Optional<String> trigger, View view) {
        return trigger.filter(t -> modals.open(t, view)).isPresent()
                ? Answer.silence()
                : Answer.whisper("The form did not open in time. Please press or type it again.");
    }

    /** Asks for something that a button alone says. */
    Answer ask(Pressed pressed, Function<DraftRef, DraftCommand> command) {
        Optional<DraftRef> ref = pressed.value().stream().findFirst().flatMap(DraftRef::parse);
        if (ref.isEmpty()) {
            return reception.nothingHere();
        }
        Outcome outcome =
                reception.askAll(
                        ref.get().incident(), List.of(command.apply(ref.get())), pressed.knock());
        if (pressed.inView().isEmpty()) {
            return reception.tell(outcome, after -> Answer.silence());
        }
        Phrase words = outcome instanceof Outcome.Refused(Phrase no) ? no : Phrase.EMPTY;
        return about(pressed, (draft, view) -> DraftSheets.one(draft, view, pressed.by(), words));
    }

    /** A form was sent off; a refusal stays under this field. */
    ModalAnswer submitted(
            Submitted form, String field, Function<DraftRef, ? extends IncidentCommand> command) {
        return submitted(form, command, (ref, no) -> ModalAnswer.refused(field, no));
    }

    /** A form without fields was sent off; a refusal is shown above the words as they are now. */
    ModalAnswer decided(Submitted form, Function<DraftRef, DraftCommand> command) {
        return submitted(
                form,
                command,
                (ref, no) ->
                        reception
                                .view(ref.incident(), form.by())
                                .flatMap(v ->
                                        draft(v, ref.number())
                                                .<ModalAnswer>map(d ->
                                                        new ModalAnswer.Show(
                                                                DraftSheets.one(
                                                                        d, v, form.by(), no))))
                                .orElseGet(ModalAnswer::close));
    }

    private ModalAnswer submitted(
            Submitted form,
            Function<DraftRef, ? extends IncidentCommand> command,
            BiFunction<DraftRef, Phrase, ModalAnswer> refused) {
        Optional<DraftRef> ref = DraftRef.parse(form.metadata());
        if (ref.isEmpty()) {
            return ModalAnswer.close();
        }
        Outcome outcome =
                reception.askAll(
                        ref.get().incident(), List.of(command.apply(ref.get())), form.knock());
        return switch (outcome) {
            case Outcome.Done ignored -> ModalAnswer.close();
            case Outcome.Refused(Phrase no) -> refused.apply(ref.get(), no);
        };
    }

    static Optional<Draft> draft(IncidentView view, int number) {
        return view.incident().dossier().drafts().find(number);
    }
}
