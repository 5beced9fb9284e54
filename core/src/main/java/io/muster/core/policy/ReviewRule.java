package io.muster.core.policy;

import java.util.List;

/**
 * Who has to agree before words may leave the building, and who lets them go.
 *
 * @param reviewers whose approval counts; empty means everyone who sees the incident
 * @param needed the reviewers without whose approval nothing is released
 * @param approvals how many people must approve at least
 * @param release who releases what was approved; the commander, if nobody is named
 */
public record ReviewRule(
        List<RoleName> reviewers, List<RoleName> needed, int approvals, List<RoleName> release) {
    /** Where the policy says nothing: a second pair of eyes, and the commander. */
    public static final ReviewRule FOUR_EYES =
            new ReviewRule(List.of(), List.of(), 1, List.of(Role.COMMANDER));

    public ReviewRule {
        reviewers = List.copyOf(reviewers);
        needed = List.copyOf(needed);
        release = release.isEmpty() ? List.of(Role.COMMANDER) : List.copyOf(release);
        if (approvals < 1) {
            throw new IllegalArgumentException("at least one person approves");
        }
    }

    /** Who is asked: those who are needed, else every reviewer. */
    public List<RoleName> asked() {
        return needed.isEmpty() || approvals > needed.size() ? reviewers : needed;
    }
}
