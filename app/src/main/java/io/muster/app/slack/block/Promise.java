package io.muster.app.slack.block;

import io.muster.core.policy.ClockName;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.MetBy;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Policy;

/** By which act a promise of the policy is kept, whatever the policy calls its clock. */
public enum Promise {
    UPDATE,
    ACKNOWLEDGMENT,
    RESOLUTION,
    STABILITY,
    /** By something else, or it is no promise of the policy's clocks. */
    OTHER;

    /** How the promise with this clock is kept under this policy. */
    public static Promise of(ClockName clock, Policy policy) {
        if (clock.equals(ClockRule.STABILITY)) {
            return STABILITY;
        }
        return policy.clock(clock).map(rule -> of(rule.metBy())).orElse(OTHER);
    }

    private static Promise of(MetBy metBy) {
        return switch (metBy) {
            case MetBy.PostingAnUpdate ignored -> UPDATE;
            case MetBy.Ticking ignored -> OTHER;
            case MetBy.Reaching(Milestone milestone) ->
                    switch (milestone) {
                        case ACKNOWLEDGED -> ACKNOWLEDGMENT;
                        case RESOLVED -> RESOLUTION;
                        case DECLARED, CONFIRMED, CONTAINED, RESTORED, CLOSED -> OTHER;
                    };
        };
    }
}
