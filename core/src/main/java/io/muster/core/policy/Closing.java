package io.muster.core.policy;

import io.muster.core.calendar.Span;

import java.util.Objects;

/**
 * When an incident may be closed: only after it has been stable for so long.
 *
 * @param stableFor the watch; a regression starts it again
 * @param from the milestone from which it counts
 */
public record Closing(Span stableFor, Milestone from) {
    public Closing {
        Objects.requireNonNull(stableFor);
        Objects.requireNonNull(from);
    }
}
