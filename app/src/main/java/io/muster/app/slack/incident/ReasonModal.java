package io.muster.app.slack.incident;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Forms;
import io.muster.core.FreeText;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A form that asks for nothing but a reason. */
final class ReasonModal {
    static final String REASON = "reason";

    private ReasonModal() {}

    static Answer open(
            Modals modals,
            Pressed pressed,
            String callback,
            String title,
            String submit,
            String question,
            String hint) {
        Optional<IncidentId> id = pressed.incident();
        boolean opened =
                id.isPresent()
                        && pressed.from()
                                .trigger()
                                .filter(trigger ->
                                        modals.open(
                                                trigger,
                                                Forms.modal(
                                                        callback,
                                                        title,
                                                        submit,
                                                        String.valueOf(id.get().number()),
                                                        List.of(
                                                                Forms.lines(
                                                                        REASON, question, hint, "",
                                                                        false)))))
                                .isPresent();
        return opened
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Press again, or type `/incident "
                                + callback
                                + " <reason>`.");
    }

    static ModalAnswer submitted(
            Submitted form, Reception reception, Function<FreeText, IncidentCommand> command) {
        Optional<IncidentId> id = form.incident();
        if (id.isEmpty()) {
            return ModalAnswer.close();
        }
        return answer(
                reception.askAll(id.get(), List.of(command.apply(form.text(REASON))), form.knock()),
                REASON);
    }

    /** A refusal stays in the form, under the field that has to be mended. */
    static ModalAnswer answer(Outcome outcome, String field) {
        return switch (outcome) {
            case Outcome.Done ignored -> ModalAnswer.close();
            case Outcome.Refused(var words) -> ModalAnswer.refused(field, words);
        };
    }
}
