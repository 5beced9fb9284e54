package io.muster.core.roster;

import io.muster.core.PersonId;
import io.muster.core.alert.AlertSettings;
import io.muster.core.policy.RoleName;
import io.muster.core.statuspage.PublicPage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Who is who, as a file says it. It may mention people whom the chat does not know and leave roles
 * empty: that is for {@code doctor} to complain about, never a reason to stop.
 *
 * @param people by handle
 * @param roles the holders of each role, the one on duty first; only people who are in the file
 * @param announce the channel in which incidents are announced, without the {@code #}
 * @param alerts where alerts may come from, and what is done with them
 * @param webhooks other products that are called when somebody is paged, by name
 * @param rotations who takes turns; a role that names a rotation has everyone of it among its
 *     holders
 * @param statusPage what the public is shown of it, if anything is
 * @param tickets the team's own ticket system
 */
public record Team(
        SequencedMap<Handle, Member> people,
        SequencedMap<RoleName, List<Handle>> roles,
        Optional<String> announce,
        AlertSettings alerts,
        SequencedMap<String, Webhook> webhooks,
        Rotations rotations,
        Optional<PublicPage> statusPage,
        Optional<TicketSystem> tickets) {
    /** Nobody. */
    public static final Team NOBODY =
            new Team(
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    Optional.empty(),
                    AlertSettings.NONE,
                    new LinkedHashMap<>(),
                    Rotations.NONE,
                    Optional.empty(),
                    Optional.empty());

    public Team {
        people = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(people));
        SequencedMap<RoleName, List<Handle>> copy = new LinkedHashMap<>();
        roles.forEach((role, holders) -> copy.put(role, List.copyOf(holders)));
        roles = Collections.unmodifiableSequencedMap(copy);
        Objects.requireNonNull(announce);
        Objects.requireNonNull(alerts);
        webhooks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(webhooks));
        Objects.requireNonNull(rotations);
        Objects.requireNonNull(statusPage);
        Objects.requireNonNull(tickets);
    }

    /** The addresses of those who are known by nothing else, to be looked up in the chat. */
    public Set<String> emailsToResolve() {
        Set<String> emails = new LinkedHashSet<>();
        people.values().stream()
                .filter(member -> member.id().isEmpty())
                .flatMap(member -> member.email().stream())
                .forEach(emails::add);
        return emails;
    }

    /** What people are called, in full and by their first names. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        people.values()
                .forEach(member -> {
                    names.add(member.name());
                    names.add(member.name().split("\\s+", 2)[0]);
                });
        return names;
    }

    /**
     * Who holds which role. A person whom the chat could not find is left out.
     *
     * @param resolvedEmails by address in lower case, for those in {@link #emailsToResolve}
     */
    public Roster roster(Map<String, PersonId> resolvedEmails, Set<PersonId> admins) {
        return roster(resolvedEmails, Set.of(), admins);
    }

    /**
     * Who holds which role.
     *
     * @param resolvedEmails by address in lower case, for those in {@link #emailsToResolve}
     * @param notInChat addresses in lower case that the chat said it does not know
     */
    public Roster roster(
            Map<String, PersonId> resolvedEmails, Set<String> notInChat, Set<PersonId> admins) {
        Map<RoleName, List<PersonId>> duty = new LinkedHashMap<>();
        roles.forEach((role, holders) ->
                duty.put(
                        role,
                        holders.stream()
                                .map(people::get)
                                .filter(Objects::nonNull)
                                .flatMap(m -> m.person(resolvedEmails).stream())
                                .distinct()
                                .toList()));
        return new Roster(duty, elsewhere(notInChat), admins);
    }

    /**
     * Who holds which role at this instant.
     *
     * @param overrides who stands in for others around that time
     */
    public Roster roster(
            Map<String, PersonId> resolvedEmails,
            Set<String> notInChat,
            Set<PersonId> admins,
            List<DutyOverride> overrides,
            Instant at) {
        Roster members = roster(resolvedEmails, notInChat, admins);
        DutyPlan plan = new DutyPlan(this, resolvedEmails, overrides);
        Map<RoleName, List<PersonId>> duty = new LinkedHashMap<>();
        plan.roles().forEach(role -> duty.put(role, plan.order(role, at)));
        return new Roster(
                duty,
                members.elsewhere(),
                admins,
                members.duty(),
                Reachability.CHAT_ONLY,
                Ticketing.NONE);
    }

    private Map<RoleName, List<Contact>> elsewhere(Set<String> notInChat) {
        Map<RoleName, List<Contact>> elsewhere = new LinkedHashMap<>();
        roles.forEach((role, holders) ->
                elsewhere.put(
                        role,
                        holders.stream()
                                .map(people::get)
                                .filter(Objects::nonNull)
                                .flatMap(m -> m.contact(notInChat).stream())
                                .toList()));
        return elsewhere;
    }

    /**
     * A person of the team.
     *
     * @param id their id in the chat, if the file gives it
     * @param email their address in lower case, if the file gives it; one of both is there
     * @param reach how they want to be tried when they are paged; empty: by the chat alone
     */
    public record Member(
            String name,
            Optional<PersonId> id,
            Optional<String> email,
            Optional<ZoneId> zone,
            List<ReachStep> reach) {
        public Member {
            Objects.requireNonNull(name);
            reach = List.copyOf(reach);
            email = email.map(address -> address.toLowerCase(Locale.ROOT));
        }

        /** Somebody who wants to be reached by the chat alone. */
        public Member(
                String name, Optional<PersonId> id, Optional<String> email, Optional<ZoneId> zone) {
            this(name, id, email, zone, List.of());
        }

        /** Their id in the chat, given or looked up. */
        public Optional<PersonId> person(Map<String, PersonId> resolvedEmails) {
            return id.or(() -> email.map(resolvedEmails::get));
        }

        /** How to reach them by hand, if the chat does not know them. */
        Optional<Contact> contact(Set<String> notInChat) {
            return id.isPresent()
                    ? Optional.empty()
                    : email.filter(notInChat::contains).map(e -> new Contact(name, e));
        }
    }
}
