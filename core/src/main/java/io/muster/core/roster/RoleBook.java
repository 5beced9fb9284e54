package io.muster.core.roster;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Who holds which role in one incident, and since when that was decided by whom.
 *
 * @param holders by role, in the order in which they were given
 */
public record RoleBook(SequencedMap<RoleName, Holding> holders) {
    /** Nobody holds anything yet. */
    public static final RoleBook EMPTY = new RoleBook(new LinkedHashMap<>());

    public RoleBook {
        holders = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(holders));
    }

    /** Who holds this role here. */
    public Optional<PersonId> holder(RoleName role) {
        return Optional.ofNullable(holders.get(role)).map(Holding::person);
    }

    /** Whether the policy put this person there, and nobody has decided otherwise. */
    public boolean heldByPolicy(RoleName role) {
        Holding holding = holders.get(role);
        return holding != null && holding.byPolicy();
    }

    /** Whether this person holds the role here. */
    public boolean holds(PersonId person, RoleName role) {
        return holder(role).filter(person::equals).isPresent();
    }

    /** Everyone who holds a role here. */
    public Set<PersonId> people() {
        Set<PersonId> people = new LinkedHashSet<>();
        holders.values().forEach(holding -> people.add(holding.person()));
        return people;
    }

    /** The book with this role given to this person. */
    public RoleBook with(RoleName role, PersonId person, boolean byPolicy) {
        Map<RoleName, Holding> changed = new LinkedHashMap<>(holders);
        changed.put(role, new Holding(person, byPolicy));
        return new RoleBook(new LinkedHashMap<>(changed));
    }

    /** The book with nobody in this role. */
    public RoleBook without(RoleName role) {
        LinkedHashMap<RoleName, Holding> changed = new LinkedHashMap<>(holders);
        changed.remove(role);
        return new RoleBook(changed);
    }

    /**
     * @param byPolicy the policy named the person; a later severity may name another one
     */
    public record Holding(PersonId person, boolean byPolicy) {}
}
