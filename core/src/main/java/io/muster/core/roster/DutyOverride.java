package io.muster.core.roster;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody is on duty in a role for a while, whatever the team file says. Of several at the same
 * time the newest counts.
 *
 * @param number by which it can be cancelled
 */
public record DutyOverride(
        int number, RoleName role, PersonId person, Instant from, Instant until) {
    public DutyOverride {
        Objects.requireNonNull(role);
        Objects.requireNonNull(person);
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("an override from " + from + " until " + until);
        }
    }

    /** Whether it holds at this instant. */
    public boolean covers(Instant at) {
        return !from.isAfter(at) && until.isAfter(at);
    }
}
