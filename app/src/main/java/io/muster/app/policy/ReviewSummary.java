package io.muster.app.policy;

import io.muster.core.policy.Policy;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.Reviewing;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Severity;
import io.muster.core.policy.SeverityName;

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
        return policy.reviewing().map(r -> "Review\n" + String.join("\n", lines(r)) + "\n");
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
                        + reviewing.from().word()
                        + ", owed by "
                        + policy.titleOf(reviewing.owner()));
        new ClockSummary(policy).ladder(reviewing.ladder()).lines().forEach(lines::add);
        lines.add(
                "  Approved by "
                        + String.join(" or ", titles(reviewing.approvers()))
                        + ", never by whoever submitted it");
        for (ReviewSection section : reviewing.sections()) {
            lines.add(
                    "  - "
                            + section.title()
                            + section.generated().map(g -> ", written by the record").orElse("")
                            + (section.required() ? ", required" : "")
                            + (section.hint().isEmpty() ? "" : ": " + section.hint()));
        }
        reviewing
                .hearings()
                .forEach(hearing ->
                        lines.add(
                                "  "
                                        + hearing.title()
                                        + " ("
                                        + policy.titleOf(hearing.to())
                                        + ")"
                                        + " within "
                                        + hearing.within().words()
                                        + " of the approval, for "
                                        + String.join(", ", named(hearing.severities()))));
        return lines;
    }

    private List<String> severities(Reviewing reviewing) {
        return named(reviewing.severities());
    }

    private List<String> named(Set<SeverityName> severities) {
        return policy.severities().stream()
                .map(Severity::name)
                .filter(severities::contains)
                .map(Object::toString)
                .toList();
    }

    private List<String> titles(List<RoleName> roles) {
        return roles.stream().map(policy::titleOf).toList();
    }
}
