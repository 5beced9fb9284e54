package io.muster.app.policy;

import io.muster.core.policy.Approvals;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Purpose;
import io.muster.core.policy.ReviewRule;
import io.muster.core.policy.RoleName;

import java.util.List;
import java.util.stream.Collectors;

/** Who agrees before words leave the building, as people read it. */
final class ApprovalSummary {
    private final Policy policy;

    ApprovalSummary(Policy policy) {
        this.policy = policy;
    }

    String text() {
        Approvals approvals = policy.approvals();
        Columns lines = new Columns();
        lines.row("usually", rule(approvals.usual()));
        for (Purpose purpose : approvals.purposes()) {
            boolean usual = purpose.rule().equals(approvals.usual());
            lines.row(
                    purpose.name(),
                    purpose.title() + ": " + (usual ? "as usually" : rule(purpose.rule())));
        }
        String reminder =
                approvals
                        .within()
                        .map(w -> "reminded after " + ClockSummary.words(w))
                        .orElse("reminded by nobody");
        return lines.text("  ")
                + "  Nobody approves what they wrote; an approved text that is changed is read anew.\n"
                + "  Reviewers are "
                + reminder
                + ".\n";
    }

    private String rule(ReviewRule rule) {
        String reviewers =
                rule.reviewers().isEmpty()
                        ? "anybody who sees the incident"
                        : titles(rule.reviewers(), " or ");
        String needed =
                rule.needed().isEmpty() ? "" : ", never without " + titles(rule.needed(), " and ");
        return (rule.approvals() == 1 ? "1 approval" : rule.approvals() + " approvals")
                + " by "
                + reviewers
                + needed
                + "; released by "
                + titles(rule.release(), " or ");
    }

    private String titles(List<RoleName> roles, String between) {
        return roles.stream().map(policy::titleOf).collect(Collectors.joining(between));
    }
}
