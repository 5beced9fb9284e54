package io.muster.app.slack.incident;

import com.slack.api.model.block.element.ButtonElement;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Spoken;
import io.muster.core.drill.Exercise;
import io.muster.core.incident.Status;

import java.util.Optional;

/** What only the card of a drill shows. */
final class DrillFacts {
    private DrillFacts() {}

    static Optional<String> of(IncidentView view) {
        if (!view.incident().header().drill()) {
            return Optional.empty();
        }
        Exercise exercise = view.incident().dossier().exercise();
        String kind = exercise.kind().map(k -> Mrkdwn.escape(k) + ", ").orElse("");
        String came =
                Spoken.count(exercise.played().size(), "inject")
                        + ", "
                        + Spoken.count(exercise.findings().size(), "finding");
        return Optional.of(
                "*Drill*\n"
                        + kind
                        + exercise.conclusion().map(c -> c.verdict().words()).orElse(came));
    }

    /** The button that takes the place of closing. */
    static Optional<ButtonElement> end(IncidentView view) {
        boolean open =
                view.incident().header().drill()
                        && view.incident().status() != Status.DISMISSED
                        && view.incident().dossier().exercise().conclusion().isEmpty();
        return open
                ? Optional.of(
                        Shapes.button(
                                "End the drill",
                                "drill-end",
                                String.valueOf(view.incident().id().number())))
                : Optional.empty();
    }
}
