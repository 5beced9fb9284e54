package io.muster.app.policy;

import io.muster.core.evidence.Preservation;
import io.muster.core.policy.Item;
import io.muster.core.policy.Policy;

import java.util.Optional;

/** What has to be kept, soonest lost first, and which line of a checklist stands for it. */
final class EvidenceSummary {
    private final Policy policy;

    EvidenceSummary(Policy policy) {
        this.policy = policy;
    }

    String text() {
        Columns lines = new Columns();
        int number = 1;
        for (Preservation step : Preservation.values()) {
            lines.row(
                    number++ + ".",
                    step.title(policy.counselWord()),
                    item(step)
                            .map(this::where)
                            .orElse("kept in the register; no item asks for it"));
        }
        return lines.text("  ")
                + "  "
                + policy.counselWord()
                + (policy.role(policy.counsel().role()).isPresent()
                        ? ": asked as " + policy.titleOf(policy.counsel().role())
                        : ": told by hand, for no role stands for them")
                + "\n";
    }

    private Optional<Item> item(Preservation step) {
        return policy.phases().stream()
                .flatMap(phase -> phase.items().stream())
                .filter(i -> i.tickedBy().filter(step.tick()::equals).isPresent())
                .findFirst();
    }

    private String where(Item item) {
        String phase = policy.phaseOf(item.name()).map(p -> p.title()).orElse("");
        return item.name() + (item.required() ? ", required" : "") + ", in " + phase;
    }
}
