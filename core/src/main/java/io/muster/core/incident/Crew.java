package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.RoleBook;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people of one incident.
 *
 * @param roles who holds which role here
 * @param met everyone whom it ever let in: who declared it, who held a role, who was called, who
 *     came in
 * @param left those of them who left the channel or were removed from it, and when
 * @param paged the roles that the escalation matrix has already called
 * @param escalatedTo the people who were called because somebody asked for the next one up
 */
public record Crew(
        RoleBook roles,
        Set<PersonId> met,
        Map<PersonId, Instant> left,
        Set<RoleName> paged,
        Set<PersonId> escalatedTo) {
    static final Crew NOBODY = new Crew(RoleBook.EMPTY, Set.of(), Map.of(), Set.of(), Set.of());

    public Crew {
        met = Set.copyOf(met);
        left = Map.copyOf(left);
        paged = Set.copyOf(paged);
        escalatedTo = Set.copyOf(escalatedTo);
    }

    /** Everyone who may see it although it is private. */
    public Set<PersonId> inside() {
        return met.stream().filter(this::has).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether this person may see the incident although it is private. Who left its channel may
     * not, unless they hold a role: work that is theirs is not taken from them by leaving a room.
     */
    public boolean has(PersonId person) {
        return isIn(person) || (met.contains(person) && roles.people().contains(person));
    }

    /** Whether they came in and have not left since. */
    boolean isIn(PersonId person) {
        return met.contains(person) && !left.containsKey(person);
    }

    /** Whether it is news that they came in at this time: not if they are in, or left later. */
    boolean canCome(PersonId person, Optional<Instant> at) {
        Instant gone = left.get(person);
        boolean late = gone != null && at.filter(came -> !came.isAfter(gone)).isPresent();
        return !isIn(person) && !late;
    }

    Crew with(PersonId person) {
        return withAll(Set.of(person));
    }

    Crew withAll(Collection<PersonId> people) {
        Set<PersonId> more = new LinkedHashSet<>(met);
        more.addAll(people);
        Map<PersonId, Instant> fewer = new HashMap<>(left);
        fewer.keySet().removeAll(people);
        return new Crew(roles, more, fewer, paged, escalatedTo);
    }

    Crew leftBy(PersonId person, Instant at) {
        Map<PersonId, Instant> more = new HashMap<>(left);
        more.put(person, at);
        return new Crew(roles, met, more, paged, escalatedTo);
    }

    Crew with(RoleBook book) {
        return new Crew(book, met, left, paged, escalatedTo);
    }

    Crew paged(RoleName role) {
        Set<RoleName> more = new LinkedHashSet<>(paged);
        more.add(role);
        return new Crew(roles, met, left, more, escalatedTo);
    }

    Crew escalatedTo(Collection<PersonId> people) {
        Set<PersonId> more = new LinkedHashSet<>(escalatedTo);
        more.addAll(people);
        return new Crew(roles, met, left, paged, more);
    }
}
