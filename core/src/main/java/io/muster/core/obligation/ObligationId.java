package io.muster.core.obligation;

import io.muster.core.policy.ClockName;

import java.util.Objects;

/**
 * One promise of one incident: the clock rule that made it and, for a promise that repeats, which
 * turn it is (counted from 1).
 */
public record ObligationId(ClockName clock, int turn) {
    public ObligationId {
        Objects.requireNonNull(clock);
        if (turn < 1) {
            throw new IllegalArgumentException("turns are counted from 1");
        }
    }

    /** The first turn of this clock. */
    public static ObligationId first(ClockName clock) {
        return new ObligationId(clock, 1);
    }

    /** The turn after this one. */
    public ObligationId next() {
        return new ObligationId(clock, turn + 1);
    }

    /** Reads back what {@link #toString} wrote. */
    public static ObligationId parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not the id of an obligation: " + text);
        }
        return new ObligationId(
                new ClockName(text.substring(0, slash)),
                Integer.parseInt(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return clock + "/" + turn;
    }
}
