package io.muster.app.desk;

import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Moment;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.roster.Actor;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.Roster;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.oncall.OverrideTable;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;
import java.util.Set;

/** What a decision needs beside the incident: the policy in force, who is on duty, the time. */
public final class Office {
    private final Policies policies;
    private final Archive archive;
    private final People people;

    /** An office that asks these people, and the overrides in this database. */
    public Office(Policies policies, Archive archive, People people) {
        this.policies = policies;
        this.archive = archive;
        this.people = people;
    }

    /**
     * The moment in which this actor knocks; the time is read now, after the lock.
     *
     * @param notBefore the record never runs backwards, even if the database's clock is set back
     */
    Moment moment(Tx tx, Actor by, Policy policy, Instant notBefore) {
        Instant now = DatabaseClock.now(tx);
        Instant then = now.isBefore(notBefore) ? notBefore : now;
        return new Moment(then, by, policy, roster(tx, then));
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

    /** Who is on duty now; not to be asked within a transaction. */
    public Roster roster() {
        return archive.transact(tx -> roster(tx, DatabaseClock.now(tx)));
    }

    /** Who may do everything that an administrator may. */
    public Set<PersonId> admins() {
        return people.admins();
    }

    /** Who sees nothing but what they were brought into. */
    public Set<PersonId> guests() {
        return people.guests();
    }

    /** Who is on duty when, with every override that ends after this instant. */
    DutyPlan plan(Tx tx, Instant endingAfter) {
        return people.plan(OverrideTable.endingAfter(tx, endingAfter));
    }

    private Roster roster(Tx tx, Instant at) {
        return people.roster(at, OverrideTable.endingAfter(tx, at));
    }
}
