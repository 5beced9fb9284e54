package io.muster.core.policy;

import io.muster.core.calendar.Span;

import java.util.Objects;

/**
 * When an incident may be closed: only after it has been stable for so long.
 *
 * @param stableFor the watch; a regression starts it again
 * @param from the milestone from which it counts
 * @param title what the watch is called where it is shown
 */
public record Closing(Span stableFor, Milestone from, String title) {
    /** What the watch is called where the policy does not say. */
    static final String TITLE = "Stability watch";

    public Closing {
        Objects.requireNonNull(stableFor);
        Objects.requireNonNull(from);
        Objects.requireNonNull(title);
    }
}
