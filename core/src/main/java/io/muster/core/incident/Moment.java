package io.muster.core.incident;

import io.muster.core.policy.Policy;
import io.muster.core.roster.Actor;
import io.muster.core.roster.Roster;

import java.time.Instant;
import java.util.Objects;

/**
 * What a rule may know beside the incident: the time, who asks, what was promised, who is on duty.
 *
 * @param now the database's clock, read after the incident was locked
 * @param policy the policy that the incident was opened under
 */
public record Moment(Instant now, Actor by, Policy policy, Roster roster) {
    public Moment {
        Objects.requireNonNull(now);
        Objects.requireNonNull(by);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(roster);
    }
}
