package io.muster.app.policy;

import io.muster.core.policy.Hearing;
import io.muster.core.policy.Policy;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.Reviewing;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Scope;
import io.muster.core.policy.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a policy promises about learning, in plain lines. */
final class ReviewSummary {
    private final Policy policy;

    ReviewSummary(Policy policy) {
        this.policy = policy;
    }

    /** Empty if the policy promises nothing of the kind. */
    Optional<String> text() {
        return policy.reviewing().map(r -> "Review\n" + String.join("\n", lines(r)) + "\n\n");
    }

    private List<String> lines(Reviewing reviewing) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "  "
                        + reviewing.title()
                        + " for "
                        + String.join(", ", severities(reviewing))
                        + " within "
                        + reviewing.within().words()
                        + " of "
                        + reviewing.from().word());
        lines.add("  Approved by " + String.join(" or ", titles(reviewing.approvers())));
        for (ReviewSection section : reviewing.sections()) {
            lines.add(
                    "  - "
                            + section.title()
                            + section.generated().map(g -> ", written by the record").orElse("")
                            + (section.required() ? ", required" : ""));
        }
        reviewing
                .hearings()
                .forEach(hearing ->
                        lines.add(
                                "  "
                                        + hearing.title()
                                        + " within "
                                        + hearing.within().words()
                                        + " of the approval"
                                        + only(hearing, reviewing)));
        return lines;
    }

    private String only(Hearing hearing, Reviewing reviewing) {
        boolean all =
                policy.severities().stream()
                        .map(Severity::name)
                        .filter(reviewing::covers)
                        .allMatch(hearing.severities()::contains);
        Scope scope = new Scope(hearing.severities(), Set.of());
        return all ? "" : " (only " + ClockSummary.scope(scope, policy) + ")";
    }

    private List<String> severities(Reviewing reviewing) {
        return policy.severities().stream()
                .map(Severity::name)
                .filter(reviewing::covers)
                .map(Object::toString)
                .toList();
    }

    private List<String> titles(List<RoleName> roles) {
        return roles.stream().map(policy::titleOf).toList();
    }
}
