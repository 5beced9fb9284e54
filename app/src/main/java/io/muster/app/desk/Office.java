package io.muster.app.desk;

import io.muster.core.incident.Incident;
import io.muster.core.incident.Moment;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.roster.Actor;
import io.muster.core.roster.Roster;
import io.muster.db.Tx;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;
import java.util.function.Supplier;

/** What a decision needs beside the incident: the policy in force, who is on duty, the time. */
public final class Office {
    private final Policies policies;
    private final Supplier<Roster> roster;

    /**
     * @param roster who is on duty now
     */
    public Office(Policies policies, Supplier<Roster> roster) {
        this.policies = policies;
        this.roster = roster;
    }

    /**
     * The moment in which this actor knocks; the time is read now, after the lock.
     *
     * @param notBefore the record never runs backwards, even if the database's clock is set back
     */
    Moment moment(Tx tx, Actor by, Policy policy, Instant notBefore) {
        Instant now = DatabaseClock.now(tx);
        return new Moment(now.isBefore(notBefore) ? notBefore : now, by, policy, roster.get());
    }

    /** The policy under which new incidents are opened. */
    public Policy policy() {
        return policies.current();
    }

    /** The policy that this incident is judged by. */
    public Policy policyOf(Incident incident) {
        return policies.of(incident.header().policy());
    }

    /** The policy of this version. */
    public Policy policy(PolicyVersion version) {
        return policies.of(version);
    }

    /** Who is on duty now. */
    public Roster roster() {
        return roster.get();
    }
}
