package io.muster.app.policy;

import io.muster.core.policy.Gate;
import io.muster.core.policy.Guard;
import io.muster.core.policy.Item;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.Phase;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Scope;

import java.util.stream.Collectors;

/** What has to be settled before what, as people read it. */
final class GateSummary {
    private final Policy policy;

    GateSummary(Policy policy) {
        this.policy = policy;
    }

    String text() {
        return policy.gates().isEmpty()
                ? "  nothing has to be settled first\n"
                : policy.gates().stream().map(this::gate).collect(Collectors.joining())
                        + "  Whoever goes past a gate gives a reason, which stays in the record.\n";
    }

    private String gate(Gate gate) {
        Columns lines = new Columns();
        gate.before().forEach(act -> lines.row("before", act(act)));
        gate.needs().forEach(item -> lines.row("needs", item(item)));
        String only =
                gate.scope().equals(Scope.ALL)
                        ? ""
                        : ", only " + ClockSummary.scope(gate.scope(), policy);
        return "  " + gate.title() + " (" + gate.name() + ")" + only + "\n" + lines.text("    ");
    }

    private String act(Guard act) {
        return switch (act) {
            case Guard.Starting(PhaseName phase) -> "starting " + title(phase);
            case Guard.Finishing(PhaseName phase) -> "finishing " + title(phase);
            case Guard.Ticking(ItemName item) -> "\"" + item(item) + "\" is done";
            case Guard.SharingEvidence ignored -> "evidence is given to a third party";
        };
    }

    private String title(PhaseName name) {
        return policy.phase(name).map(Phase::title).orElse(name.value());
    }

    private String item(ItemName name) {
        return policy.item(name).map(Item::text).orElse(name.value());
    }
}
