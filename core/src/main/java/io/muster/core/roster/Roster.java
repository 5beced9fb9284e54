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
 * @param members everyone who has a part in a role, whether or not it is their turn
 * @param reach by which ways people can be reached beside the chat
 * @param tickets what gets a ticket in the team's own system
 * @param guests who is only a guest in the chat, as far as is known: they see nothing but what they
 *     were brought into
 */
public record Roster(
        Map<RoleName, List<PersonId>> duty,
        Map<RoleName, List<Contact>> elsewhere,
        Set<PersonId> admins,
        Map<RoleName, List<PersonId>> members,
        Reachability reach,
        Ticketing tickets,
        Set<PersonId> guests) {
    /** Nobody holds anything. */
    public static final Roster EMPTY = new Roster(Map.of(), Set.of());

    public Roster {
        duty = Map.copyOf(duty);
        elsewhere = Map.copyOf(elsewhere);
        admins = Set.copyOf(admins);
        members = Map.copyOf(members);
        Objects.requireNonNull(reach);
        Objects.requireNonNull(tickets);
        guests = Set.copyOf(guests);
    }

    /** Nobody is a guest. */
    public Roster(
            Map<RoleName, List<PersonId>> duty,
            Map<RoleName, List<Contact>> elsewhere,
            Set<PersonId> admins,
            Map<RoleName, List<PersonId>> members,
            Reachability reach,
            Ticketing tickets) {
        this(duty, elsewhere, admins, members, reach, tickets, Set.of());
    }

    /**
     * Whoever has a part in a role is one of its holders now, and reached by the chat alone;
     * nothing gets a ticket.
     */
    public Roster(
            Map<RoleName, List<PersonId>> duty,
            Map<RoleName, List<Contact>> elsewhere,
            Set<PersonId> admins) {
        this(duty, elsewhere, admins, duty, Reachability.CHAT_ONLY, Ticketing.NONE);
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
        return new Roster(
                left(duty, gone), elsewhere, admins, left(members, gone), reach, tickets, guests);
    }

    private static Map<RoleName, List<PersonId>> left(
            Map<RoleName, List<PersonId>> all, Set<PersonId> gone) {
        Map<RoleName, List<PersonId>> left = new LinkedHashMap<>();
        all.forEach((role, people) ->
                left.put(role, people.stream().filter(p -> !gone.contains(p)).toList()));
        return left;
    }

    /** The same with these ways to reach people. */
    public Roster reachable(Reachability ways) {
        return new Roster(duty, elsewhere, admins, members, ways, tickets, guests);
    }

    /** The same, with these being guests. */
    public Roster hosting(Set<PersonId> people) {
        return new Roster(duty, elsewhere, admins, members, reach, tickets, people);
    }

    /** The same, with these getting tickets. */
    public Roster ticketing(Ticketing gets) {
        return new Roster(duty, elsewhere, admins, members, reach, gets, guests);
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
        return holders(role).contains(person)
                || members.getOrDefault(role, List.of()).contains(person);
    }
}
