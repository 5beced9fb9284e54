package io.muster.app.slack.incident;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.slack.Numbers;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.incident.Gates;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Guard;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;
import io.muster.core.policy.PhaseName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in the way of starting or finishing a phase, and the two ways on. */
final class GateModal {
    static final String CALLBACK = "gate";

    private static final int SHOWN = 12;

    private GateModal() {}

    /** What a submitted form is about. */
    record About(IncidentId incident, PhaseName phase, boolean start) {
        static Optional<About> parse(String metadata) {
            String[] parts = metadata.split("\\|", -1);
            return parts.length < 3
                    ? Optional.empty()
                    : Numbers.incident(parts[0])
                            .map(id ->
                                    new About(
                                            id, new PhaseName(parts[1]), parts[2].equals("start")));
        }

        String metadata() {
            return incident.number() + "|" + phase + "|" + (start ? "start" : "finish");
        }
    }

    /** The form; empty if nothing stands in the way. */
    static Optional<View> of(IncidentView view, Phase phase, boolean start) {
        List<Gates.Closed> closed =
                Gates.missing(
                        view.incident(),
                        view.policy(),
                        start
                                ? new Guard.Starting(phase.name())
                                : new Guard.Finishing(phase.name()));
        List<Item> required = start ? List.of() : Gates.required(view.incident(), phase);
        return closed.isEmpty() && required.isEmpty()
                ? Optional.empty()
                : Optional.of(form(view, phase, start, closed, required));
    }

    private static View form(
            IncidentView view,
            Phase phase,
            boolean start,
            List<Gates.Closed> closed,
            List<Item> required) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.section(
                        "*"
                                + Mrkdwn.escape(phase.title())
                                + "* cannot be "
                                + (start ? "started" : "finished")
                                + " yet."));
        if (!required.isEmpty()) {
            blocks.add(waitsFor("Required in " + phase.title(), required));
        }
        closed.forEach(gate -> blocks.add(waitsFor(gate.gate().title(), gate.missing())));
        blocks.add(
                Shapes.actions(
                        "way-on",
                        List.of(
                                Shapes.primary(
                                        "Go to the checklist",
                                        "checklist",
                                        view.incident().id().number()
                                                + "|"
                                                + where(view, phase, closed, required)))));
        blocks.add(
                Forms.lines(
                        ReasonModal.REASON,
                        "Override: why go on without it?",
                        "For the commander alone. The reason stays in the record and is told in the"
                                + " channel.",
                        "",
                        false));
        return Forms.modal(
                CALLBACK,
                "Not yet",
                "Override with reason",
                new About(view.incident().id(), phase.name(), start).metadata(),
                blocks);
    }

    /** The phase whose checklist holds the first thing that is missing. */
    private static PhaseName where(
            IncidentView view, Phase phase, List<Gates.Closed> closed, List<Item> required) {
        return required.isEmpty()
                ? view.policy()
                        .phaseOf(closed.getFirst().missing().getFirst().name())
                        .map(Phase::name)
                        .orElse(phase.name())
                : phase.name();
    }

    private static LayoutBlock waitsFor(String title, List<Item> missing) {
        StringBuilder lines = new StringBuilder("🔒 *" + Mrkdwn.escape(title) + "* waits for:");
        missing.stream()
                .limit(SHOWN)
                .forEach(item -> lines.append("\n◻️ ").append(Mrkdwn.escape(item.text())));
        if (missing.size() > SHOWN) {
            lines.append("\n… and ").append(missing.size() - SHOWN).append(" more");
        }
        return Shapes.section(lines.toString());
    }
}
