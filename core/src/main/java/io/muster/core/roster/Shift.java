package io.muster.core.roster;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch of time in which the same person is on duty.
 *
 * @param who empty: nobody is, which is a gap
 * @param layer by which layer of the rotation, counted from 0; -1 in a gap
 */
public record Shift(Instant from, Instant until, Optional<Handle> who, int layer) {
    public Shift {
        Objects.requireNonNull(who);
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("a shift from " + from + " until " + until);
        }
    }

    /** Whether nobody is on duty. */
    public boolean gap() {
        return who.isEmpty();
    }

    boolean continuedBy(Shift next) {
        return until.equals(next.from) && who.equals(next.who) && layer == next.layer;
    }

    Shift until(Instant later) {
        return new Shift(from, later, who, layer);
    }
}
