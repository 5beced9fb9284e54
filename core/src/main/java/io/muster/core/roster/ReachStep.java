package io.muster.core.roster;

import java.time.Duration;
import java.util.Objects;

/**
 * One step of how somebody wants to be reached.
 *
 * @param after how long after they were called, if nobody has acknowledged until then
 */
public record ReachStep(Way way, Duration after) {
    public ReachStep {
        Objects.requireNonNull(way);
        Objects.requireNonNull(after);
    }
}
