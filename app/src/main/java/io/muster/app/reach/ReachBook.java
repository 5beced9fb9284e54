package io.muster.app.reach;

import io.muster.app.desk.People;
import io.muster.core.PersonId;
import io.muster.core.roster.DutyOverride;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.ReachStep;
import io.muster.core.roster.Reachability;
import io.muster.core.roster.Roster;
import io.muster.core.roster.Team;
import io.muster.core.roster.Webhook;
import io.muster.core.statuspage.PublicPage;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How each person of the team file is reached, as far as it is switched on here. */
public final class ReachBook implements People {
    private final Team team;
    private final ReachSettings settings;
    private final People people;
    private final Function<String, Optional<PersonId>> byAddress;

    /**
     * @param people who is on duty, known by the chat
     * @param byAddress who in the chat has this address
     */
    public ReachBook(
            Team team,
            ReachSettings settings,
            People people,
            Function<String, Optional<PersonId>> byAddress) {
        this.team = team;
        this.settings = settings;
        this.people = people;
        this.byAddress = byAddress;
    }

    @Override
    public Roster roster(Instant at, List<DutyOverride> overrides) {
        return people.roster(at, overrides).reachable(ways());
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

    private Reachability ways() {
        Map<PersonId, List<ReachStep>> steps = new LinkedHashMap<>();
        team.people()
                .values()
                .forEach(member ->
                        person(member).ifPresent(person -> steps.put(person, member.reach())));
        Set<String> webhooks =
                team.webhooks().values().stream()
                        .filter(hook -> hook.format() != Webhook.Format.STATUSPAGE)
                        .filter(hook -> settings.secret(hook.secretFrom()).isPresent())
                        .map(Webhook::name)
                        .collect(Collectors.toSet());
        return new Reachability(settings.mail().isPresent(), webhooks, steps);
    }

    /** Where this person's mail goes. */
    Optional<String> address(PersonId person) {
        return member(person).flatMap(Team.Member::email);
    }

    /** How this person is called, as the team file says. */
    String name(PersonId person) {
        return member(person).map(Team.Member::name).orElse("a colleague");
    }

    /** The webhook of this name. */
    Optional<Webhook> webhook(String name) {
        return Optional.ofNullable(team.webhooks().get(name));
    }

    /** All webhooks. */
    Collection<Webhook> webhooks() {
        return team.webhooks().values();
    }

    /** The status page, as the team file describes it. */
    Optional<PublicPage> statusPage() {
        return team.statusPage();
    }

    private Optional<Team.Member> member(PersonId person) {
        return team.people().values().stream()
                .filter(member -> person(member).filter(person::equals).isPresent())
                .findFirst();
    }

    private Optional<PersonId> person(Team.Member member) {
        return member.id().or(() -> member.email().flatMap(byAddress));
    }
}
