package io.muster.app.ticket;

import io.muster.app.desk.People;
import io.muster.core.PersonId;
import io.muster.core.roster.DutyOverride;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.Roster;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The team, and what of its incidents gets a ticket in its own system. */
public final class TicketBook implements People {
    private final People people;
    private final TicketOffice tickets;

    /**
     * @param people who is on duty
     */
    public TicketBook(People people, TicketOffice tickets) {
        this.people = people;
        this.tickets = tickets;
    }

    @Override
    public Roster roster(Instant at, List<DutyOverride> overrides) {
        return people.roster(at, overrides).ticketing(tickets.gets());
    }

    @Override
    public DutyPlan plan(List<DutyOverride> overrides) {
        return people.plan(overrides);
    }

    @Override
    public Set<PersonId> admins() {
        return people.admins();
    }

    @Override
    public Set<PersonId> guests() {
        return people.guests();
    }
}
