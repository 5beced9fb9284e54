package io.muster.core.policy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an organisation says, whom it lets read that first, and how long they may take.
 *
 * @param within how long a reviewer may take before they are reminded; empty: nobody is reminded
 * @param usual the rule of a purpose that has none of its own
 */
public record Approvals(Optional<Duration> within, ReviewRule usual, List<Purpose> purposes) {
    /** Where the policy says nothing: everybody reviews, nobody is reminded. */
    public static final Approvals UNSAID =
            new Approvals(
                    Optional.empty(),
                    ReviewRule.FOUR_EYES,
                    UsualPurposes.under(ReviewRule.FOUR_EYES));

    public Approvals {
        Objects.requireNonNull(within);
        Objects.requireNonNull(usual);
        purposes = List.copyOf(purposes);
    }

    /** Whether the policy itself says who reads what leaves the building. */
    public boolean areSaid() {
        return !equals(UNSAID);
    }

    /** The purpose of this name. */
    public Optional<Purpose> purpose(String name) {
        return purposes.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** Who must agree to a draft with this purpose, even if the purpose is no longer known. */
    public ReviewRule rule(String purpose) {
        return purpose(purpose).map(Purpose::rule).orElse(usual);
    }
}
