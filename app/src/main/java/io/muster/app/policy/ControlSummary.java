package io.muster.app.policy;

import io.muster.core.policy.Control;
import io.muster.core.policy.Policy;
import io.muster.core.policy.RecordKind;

import java.util.stream.Collectors;

/** The control map, as people read it. */
final class ControlSummary {
    private final Policy policy;

    ControlSummary(Policy policy) {
        this.policy = policy;
    }

    String text() {
        return policy.controls().isEmpty()
                ? "  none: the control report has nothing to answer\n"
                : policy.controls().stream()
                        .map(ControlSummary::control)
                        .collect(Collectors.joining());
    }

    private static String control(Control control) {
        Columns lines = new Columns();
        if (!control.met().isBlank()) {
            lines.row("met by", control.met());
        }
        lines.row(
                "proven by",
                control.provenBy().stream()
                        .map(RecordKind::word)
                        .collect(Collectors.joining(", ")));
        return "  " + control.id() + " " + control.title() + "\n" + lines.text("    ");
    }
}
