package io.muster.core.policy;

import io.muster.core.written.Passage;

import java.util.Optional;

/** Who must know before evidence leaves. */
final class CounselReader {
    private CounselReader() {}

    static Counsel read(Optional<Passage> passage, Names names) {
        return passage.map(p -> new Counsel(names.role(p.form("legal").need("legal")), true))
                .orElse(Counsel.USUAL);
    }

    /** An item that waits for somebody who does not exist waits for ever. */
    static Policy checked(Policy policy, Passage phases) {
        boolean waits =
                policy.phases().stream()
                        .flatMap(phase -> phase.items().stream())
                        .anyMatch(
                                i -> i.tickedBy().filter(AutoTick.LEGAL_TOLD::equals).isPresent());
        RoleName role = policy.counsel().role();
        if (waits && !policy.counsel().named() && policy.role(role).isEmpty()) {
            phases.warning(
                    "has an item ticked by `legal-told`, and no role is called `" + role + "`.",
                    "Say which role has to be told: `evidence: {legal: <role>}`.");
        }
        return policy;
    }
}
