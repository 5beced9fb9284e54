package io.muster.core.policy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One rung of a ladder as the policy writes it: when to speak, to whom, and how often again.
 *
 * @param every if present, the rung repeats at this interval until the promise is kept; only the
 *     last rung of a ladder may
 */
public record Step(When when, List<Target> tell, Optional<Duration> every) {
    public Step {
        Objects.requireNonNull(when);
        tell = List.copyOf(tell);
    }

    /** A moment relative to a promise, which becomes an instant when the promise is made. */
    public sealed interface When {
        /** So long after (or, negative, before) the due instant. */
        record FromDue(Duration offset) implements When {}

        /** When this share of the time is used up; 50 is half-way. */
        record Share(int percent) implements When {
            public Share {
                if (percent < 1 || percent > 99) {
                    throw new IllegalArgumentException("a share lies between 1 and 99 percent");
                }
            }
        }
    }
}
