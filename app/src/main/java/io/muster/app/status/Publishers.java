package io.muster.app.status;

import io.muster.app.desk.Office;
import io.muster.core.PersonId;
import io.muster.core.policy.ReviewRule;
import io.muster.core.roster.Roster;
import io.muster.core.statuspage.Bulletin;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who decides what the public reads: those who could approve or release words for the status page;
 * where the policy names nobody, everyone.
 */
final class Publishers {
    private final Office office;

    Publishers(Office office) {
        this.office = office;
    }

    /**
     * Why this person is not among them; empty if they are.
     *
     * @param what the beginning of the sentence, which ends with who approves words
     */
    Optional<String> refusal(PersonId by, String what) {
        Optional<ReviewRule> rule =
                office.policy().approvals().purpose(Bulletin.PURPOSE).map(p -> p.rule());
        Roster roster = office.roster();
        boolean may =
                roster.admins().contains(by)
                        || rule.isEmpty()
                        || rule.get().reviewers().isEmpty()
                        || Stream.concat(
                                        rule.get().reviewers().stream(),
                                        rule.get().release().stream())
                                .anyMatch(role -> roster.holds(by, role));
        return may
                ? Optional.empty()
                : Optional.of(
                        what
                                + " who approve words for the status page: "
                                + String.join(
                                        ", ",
                                        rule.get().reviewers().stream()
                                                .map(office.policy()::titleOf)
                                                .toList())
                                + ".");
    }
}
