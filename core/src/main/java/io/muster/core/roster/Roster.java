package io.muster.core.roster;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who holds which role in the organisation at one moment.
 *
 * @param duty the holders of each role, first the one on duty, then who is next
 * @param elsewhere the holders of each role who are not in the chat
 * @param admins who may do everything that an administrator may
 * @param tickets what gets a ticket in the team's own system
 */
public record Roster(
        Map<RoleName, List<PersonId>> duty,
        Map<RoleName, List<Contact>> elsewhere,
        Set<PersonId> admins,
        Ticketing tickets) {
    /** Nobody holds anything. */
    public static final Roster EMPTY = new Roster(Map.of(), Set.of());

    public Roster {
        duty = Map.copyOf(duty);
        elsewhere = Map.copyOf(elsewhere);
        admins = Set.copyOf(admins);
        Objects.requireNonNull(tickets);
    }

    /** Nothing gets a ticket. */
    public Roster(
            Map<RoleName, List<PersonId>> duty,
            Map<RoleName, List<Contact>> elsewhere,
            Set<PersonId> admins) {
        this(duty, elsewhere, admins, Ticketing.NONE);
    }

    /** Everyone who holds anything is in the chat. */
    public Roster(Map<RoleName, List<PersonId>> duty, Set<PersonId> admins) {
        this(duty, Map.of(), admins);
    }

    /** The same without these people. */
    public Roster without(Set<PersonId> gone) {
        if (gone.isEmpty()) {
            return this;
        }
        Map<RoleName, List<PersonId>> left = new LinkedHashMap<>();
        duty.forEach((role, people) ->
                left.put(role, people.stream().filter(p -> !gone.contains(p)).toList()));
        return new Roster(left, elsewhere, admins, tickets);
    }

    /** The same, with these getting tickets. */
    public Roster ticketing(Ticketing gets) {
        return new Roster(duty, elsewhere, admins, gets);
    }

    /** The holders of a role, the one on duty first; empty if nobody holds it. */
    public List<PersonId> holders(RoleName role) {
        return duty.getOrDefault(role, List.of());
    }

    /** The holders of a role whom only people can reach. */
    public List<Contact> elsewhere(RoleName role) {
        return elsewhere.getOrDefault(role, List.of());
    }

    /** Who is on duty in this role. */
    public Optional<PersonId> onDuty(RoleName role) {
        return holders(role).stream().findFirst();
    }

    /** Whether this person holds the role, on duty or not. */
    public boolean holds(PersonId person, RoleName role) {
        return holders(role).contains(person);
    }
}
