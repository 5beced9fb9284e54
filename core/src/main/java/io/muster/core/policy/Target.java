package io.muster.core.policy;

import java.util.Objects;

/**
 * Whom a rung of a ladder tells.
 *
 * @param role the role whose holder is meant: the one in this incident first, else the one on duty
 * @param next how many places down the roster: 0 is who is on duty, 1 the next one, and so on
 */
public record Target(RoleName role, int next) {
    public Target {
        Objects.requireNonNull(role);
        if (next < 0) {
            throw new IllegalArgumentException("a place in the roster is counted from 0");
        }
    }

    /** Whoever is on duty in this role. */
    public static Target onDuty(RoleName role) {
        return new Target(role, 0);
    }
}
