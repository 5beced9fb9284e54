package io.muster.app.slack.duty;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;

import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Shapes;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Sending;
import io.muster.core.approval.Stage;

import java.util.List;
import java.util.Optional;

/**
 * Notices that were approved and sent here without naming a duty: one of them may be what a duty
 * asks for, and then nothing went out past the approval.
 */
final class SentNotices {
    private static final String NOTICE = "notice";
    private static final int MOST = 100;

    private SentNotices() {}

    /** The question which of them it was, if there are any; the last one first. */
    static Optional<InputBlock> field(IncidentView view) {
        List<OptionObject> options =
                of(view).stream()
                        .limit(MOST)
                        .map(notice ->
                                Shapes.option(
                                        notice.label() + " " + notice.title(),
                                        String.valueOf(notice.number())))
                        .toList();
        if (options.isEmpty()) {
            return Optional.empty();
        }
        InputBlock field =
                Forms.choice(NOTICE, "Was it one of these?", options, Optional.empty(), true);
        field.setHint(
                Shapes.plain(
                        "It was approved and sent here: its time and its proof count for what you"
                                + " leave empty.",
                        Shapes.SECTION));
        return Optional.of(field);
    }

    /** The one that was chosen. */
    static Optional<Draft> in(Submitted form, IncidentView view) {
        return form.choice(NOTICE)
                .flatMap(number ->
                        of(view).stream()
                                .filter(n -> String.valueOf(n.number()).equals(number))
                                .findFirst());
    }

    /** How it was sent. */
    static Sending sending(Draft notice) {
        return notice.sending().orElseThrow();
    }

    /** Who approved the words, where the policy wants that and they did not pass here. */
    static InputBlock approver(boolean orWrittenHere) {
        return orWrittenHere
                ? Forms.lineIfAny(
                        DutyForms.APPROVER,
                        "If it was none of these: who approved the words?",
                        "It is then recorded as sent outside Muster.",
                        "")
                : Forms.line(
                        DutyForms.APPROVER,
                        "Who approved the words?",
                        "No notice was written here, so this is recorded as sent outside Muster.",
                        "");
    }

    private static List<Draft> of(IncidentView view) {
        return view.incident().dossier().drafts().all().reversed().stream()
                .filter(notice -> notice.stage() == Stage.SENT && notice.duty().isEmpty())
                .toList();
    }
}
