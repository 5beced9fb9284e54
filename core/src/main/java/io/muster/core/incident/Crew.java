package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.RoleBook;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The people of one incident.
 *
 * @param roles who holds which role here
 * @param inside everyone who may see it although it is private: who declared it, who holds a role,
 *     who was called, who came in
 * @param paged the roles that the escalation matrix has already called
 * @param escalatedTo the people who were called because somebody asked for the next one up
 */
public record Crew(
        RoleBook roles, Set<PersonId> inside, Set<RoleName> paged, Set<PersonId> escalatedTo) {
    static final Crew NOBODY = new Crew(RoleBook.EMPTY, Set.of(), Set.of(), Set.of());

    public Crew {
        inside = Set.copyOf(inside);
        paged = Set.copyOf(paged);
        escalatedTo = Set.copyOf(escalatedTo);
    }

    /** Whether this person may see the incident although it is private. */
    public boolean has(PersonId person) {
        return inside.contains(person);
    }

    Crew with(PersonId person) {
        return withAll(Set.of(person));
    }

    Crew withAll(Collection<PersonId> people) {
        Set<PersonId> more = new LinkedHashSet<>(inside);
        more.addAll(people);
        return new Crew(roles, more, paged, escalatedTo);
    }

    Crew with(RoleBook book) {
        return new Crew(book, inside, paged, escalatedTo);
    }

    Crew paged(RoleName role) {
        Set<RoleName> more = new LinkedHashSet<>(paged);
        more.add(role);
        return new Crew(roles, inside, more, escalatedTo);
    }

    Crew escalatedTo(Collection<PersonId> people) {
        Set<PersonId> more = new LinkedHashSet<>(escalatedTo);
        more.addAll(people);
        return new Crew(roles, inside, paged, more);
    }
}
