package io.muster.app.slack.approval;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;

import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Shapes;
import io.muster.core.incident.DutyCase;
import io.muster.core.obligation.Obligation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which duty to notify a new notice answers, if it was not begun at one: only a notice that names
 * its duty stops the clock of that duty when it is sent.
 */
final class DutyChoice {
    private static final String DUTY = "duty";
    private static final int MOST = 100;

    private DutyChoice() {}

    /** The question, if anything is owed that no notice is written for yet; the next due first. */
    static Optional<InputBlock> field(IncidentView view) {
        List<OptionObject> options =
                DutyCase.all(view.incident(), view.policy()).stream()
                        .filter(DutyChoice::isOpen)
                        .filter(duty -> !DutyDrafts.isUnderWay(duty))
                        .sorted(Comparator.comparing(DutyChoice::due))
                        .limit(MOST)
                        .map(duty -> Shapes.option(duty.rule().title(), duty.rule().name().value()))
                        .toList();
        if (options.isEmpty()) {
            return Optional.empty();
        }
        InputBlock field =
                Forms.choice(DUTY, "Which duty does it answer?", options, Optional.empty(), true);
        field.setHint(Shapes.plain("Its clock stops when the notice is sent.", Shapes.SECTION));
        return Optional.of(field);
    }

    /** The duty that was chosen. */
    static Optional<String> in(Submitted form) {
        return form.choice(DUTY);
    }

    private static boolean isOpen(DutyCase duty) {
        return duty.running().isPresent()
                || (duty.whyNot().isEmpty() && !duty.standing().settled());
    }

    private static Instant due(DutyCase duty) {
        return duty.running().map(Obligation::due).orElse(Instant.MAX);
    }
}
