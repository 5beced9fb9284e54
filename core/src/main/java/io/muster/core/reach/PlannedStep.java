package io.muster.core.reach;

import io.muster.core.obligation.ObligationId;
import io.muster.core.roster.Way;

import java.time.Instant;
import java.util.Objects;

/**
 * What will be tried if nobody acknowledges until then.
 *
 * @param promise the promise whose time it is
 */
public record PlannedStep(ObligationId promise, Way way, Instant at) {
    public PlannedStep {
        Objects.requireNonNull(promise);
        Objects.requireNonNull(way);
        Objects.requireNonNull(at);
    }
}
