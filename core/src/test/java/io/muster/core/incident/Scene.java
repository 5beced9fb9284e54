package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.notice.Reactions;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;
import io.muster.core.roster.Contact;
import io.muster.core.roster.ReachStep;
import io.muster.core.roster.Reachability;
import io.muster.core.roster.Roster;
import io.muster.core.roster.Ticketing;
import io.muster.core.written.Yaml;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One incident as it unfolds in a test: somebody does something, time passes, the clock knocks.
 * What happened and what the world was told can be asked for afterwards.
 */
final class Scene {
    static final PersonId ANA = new PersonId("UANA");
    static final PersonId BEN = new PersonId("UBEN");
    static final PersonId CLEO = new PersonId("UCLEO");
    static final PersonId CIRO = new PersonId("UCIRO");
    static final PersonId SAM = new PersonId("USAM");
    static final PersonId ELI = new PersonId("UELI");
    static final PersonId DORA = new PersonId("UDORA");
    static final PersonId LENA = new PersonId("ULENA");
    static final PersonId LEO = new PersonId("ULEO");
    static final PersonId OTTO = new PersonId("UOTTO");

    private final Policy policy;
    private final List<IncidentEvent> events = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private Roster roster;
    private Instant now = Instant.parse("2026-03-04T10:00:00Z"); // a Wednesday
    private Actor by = Actor.person(ANA);
    private Optional<Incident> incident = Optional.empty();

    private Scene(Policy policy) {
        this.policy = policy;
        this.roster = roster(Set.of());
    }

    /**
     * A scene under one of the policies that ship with Muster, with a team that fills its roles.
     */
    static Scene under(String builtIn) {
        return new Scene(
                PolicyReader.read(Yaml.tree(Yaml.builtIn(builtIn)), "0123456789ab", Yaml.laws())
                        .ifSound()
                        .orElseThrow());
    }

    /** A scene under a policy that shares nothing with those, with a team of its own. */
    static Scene underThird() {
        Scene scene = underText(Yaml.builtIn("third-policy"));
        Map<RoleName, List<PersonId>> duty = new LinkedHashMap<>();
        duty.put(new RoleName("garde"), List.of(ANA, BEN));
        duty.put(new RoleName("cadre-garde"), List.of(BEN));
        duty.put(new RoleName("directrice"), List.of(CLEO));
        duty.put(new RoleName("rssi"), List.of(CIRO));
        duty.put(new RoleName("dpo"), List.of(SAM));
        duty.put(new RoleName("juriste"), List.of(LENA, LEO));
        duty.put(new RoleName("porte-parole"), List.of(DORA));
        duty.put(new RoleName("conseil"), List.of(ELI));
        scene.roster = new Roster(duty, Set.of());
        return scene;
    }

    /** A scene under a policy with this text. */
    static Scene underText(String policy) {
        return new Scene(
                PolicyReader.read(Yaml.tree(policy), "0123456789ab", Yaml.laws())
                        .ifSound()
                        .orElseThrow());
    }

    /** The first program, a P0 declared by Ana on a Wednesday at ten. */
    static Scene declared() {
        return under("featuresignals").declares("P0", "Checkout is down");
    }

    Scene withoutTeam() {
        roster = Roster.EMPTY;
        return this;
    }

    /** From now on these people hold the role in the team, and nobody else. */
    Scene withHolders(String role, PersonId... people) {
        Map<RoleName, List<PersonId>> duty = new LinkedHashMap<>(roster.duty());
        duty.put(new RoleName(role), List.of(people));
        roster =
                new Roster(
                        duty,
                        roster.elsewhere(),
                        roster.admins(),
                        duty,
                        roster.reach(),
                        roster.tickets());
        return this;
    }

    /** With somebody in this role who is not in the chat. */
    Scene withOutsider(String role, String name, String address) {
        Map<RoleName, List<PersonId>> duty = new LinkedHashMap<>(roster.duty());
        duty.remove(new RoleName(role));
        roster =
                new Roster(
                        duty,
                        Map.of(new RoleName(role), List.of(new Contact(name, address))),
                        roster.admins(),
                        duty,
                        roster.reach(),
                        roster.tickets());
        return this;
    }

    /** With a mail server, and this person tried by these ways. */
    Scene reaching(PersonId person, ReachStep... ways) {
        Map<PersonId, List<ReachStep>> steps = new LinkedHashMap<>(roster.reach().steps());
        steps.put(person, List.of(ways));
        roster = roster.reachable(new Reachability(true, Set.of("pagerduty"), steps));
        return this;
    }

    Scene withMail() {
        roster = roster.reachable(new Reachability(true, Set.of(), Map.of()));
        return this;
    }

    /** Muster's own report of what a server answered. */
    Scene reports(IncidentCommand command) {
        Actor before = by;
        by = Actor.muster();
        does(command);
        by = before;
        return this;
    }

    Scene withTickets(Ticketing gets) {
        roster = roster.ticketing(gets);
        return this;
    }

    Scene withAdmin(PersonId person) {
        roster = roster(Set.of(person));
        return this;
    }

    Scene at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Scene after(String duration) {
        now = now.plus(Duration.parse(duration));
        return this;
    }

    Scene by(PersonId person) {
        by = Actor.person(person);
        return this;
    }

    Scene declares(String severity, String title) {
        return declares(
                new IncidentCommand.Declare(
                        new FreeText(title),
                        FreeText.NONE,
                        new SeverityName(severity),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        Source.EMPLOYEE,
                        Optional.empty()));
    }

    Scene drills(String severity, String title) {
        return declares(
                new IncidentCommand.Declare(
                        new FreeText(title),
                        FreeText.NONE,
                        new SeverityName(severity),
                        Optional.empty(),
                        false,
                        false,
                        true,
                        Source.EMPLOYEE,
                        Optional.empty()));
    }

    Scene declares(IncidentCommand.Declare command) {
        events.clear();
        effects.clear();
        Decision decision = IncidentRules.declare(command, moment());
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        List<IncidentEvent> happened = ((Decision.Accepted) decision).events();
        Incident born =
                Incident.declared(new IncidentId(1), new Happened(happened.getFirst(), by, now));
        incident = Optional.of(born.applyAll(happened.subList(1, happened.size()), by, now));
        note(happened);
        return this;
    }

    /** Does something that is accepted; what happened before is forgotten. */
    Scene does(IncidentCommand command) {
        events.clear();
        effects.clear();
        Decision decision = decide(command);
        assertThat(decision).as("%s by %s", command, by).isInstanceOf(Decision.Accepted.class);
        happen(((Decision.Accepted) decision).events());
        return this;
    }

    /** Tries something that is refused with these words; nothing changes. */
    Scene isRefused(IncidentCommand command, String... words) {
        Incident before = incident();
        Decision decision = decide(command);
        assertThat(decision).as("%s by %s", command, by).isInstanceOf(Decision.Refused.class);
        assertThat(((Decision.Refused) decision).words().plain(PersonId::value)).contains(words);
        assertThat(incident()).isEqualTo(before);
        return this;
    }

    /** The clock knocks for everything that is due, as it does each second. */
    Scene clockKnocks() {
        events.clear();
        effects.clear();
        Actor before = by;
        by = Actor.muster();
        for (Obligation due : due()) {
            if (decide(new IncidentCommand.Ring(due.id()))
                    instanceof Decision.Accepted(List<IncidentEvent> happened)) {
                happen(happened);
            }
        }
        by = before;
        return this;
    }

    /**
     * Lets time pass minute by minute, the clock knocking each time; tells what was spoken when.
     */
    Map<Instant, List<IncidentEvent>> lets(String duration) {
        Instant end = now.plus(Duration.parse(duration));
        Map<Instant, List<IncidentEvent>> spoken = new LinkedHashMap<>();
        while (now.isBefore(end)) {
            now = now.plus(Duration.ofMinutes(1));
            clockKnocks();
            if (!events.isEmpty()) {
                spoken.put(now, List.copyOf(events));
            }
        }
        return spoken;
    }

    Incident incident() {
        return incident.orElseThrow();
    }

    Instant now() {
        return now;
    }

    Policy policy() {
        return policy;
    }

    /** What the last act or knock made happen. */
    <E extends IncidentEvent> List<E> happened(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<IncidentEvent> happened() {
        return List.copyOf(events);
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** Whom the last act or knock called directly. */
    List<PersonId> told() {
        return effects.stream()
                .filter(Effect.Tell.class::isInstance)
                .map(e -> ((Effect.Tell) e).person())
                .distinct()
                .toList();
    }

    /** What the last act or knock said in the channel, in plain words. */
    List<String> said() {
        return effects.stream()
                .filter(Effect.Say.class::isInstance)
                .map(e -> ((Effect.Say) e).notice())
                .map(notice ->
                        switch (notice) {
                            case Notice.Line line -> line.phrase().plain(PersonId::value);
                            case Notice.StatusUpdate update -> update.known().text();
                            case Notice.Reminder reminder ->
                                    (reminder.escalation() ? "escalation: " : "reminder: ")
                                            + reminder.title()
                                            + " to "
                                            + reminder.whom().plain(PersonId::value);
                            case Notice.Call call -> call.as();
                            case Notice.DraftNews news -> news.phrase().plain(PersonId::value);
                            case Notice.DraftReview review -> review.as();
                            case Notice.PostMortem it -> it.phrase().plain(PersonId::value);
                            case Notice.ActionItem it -> it.phrase().plain(PersonId::value);
                            case Notice.Ask ask -> ask.phrase().plain(PersonId::value);
                            case Notice.Word word -> word.as();
                            case Notice.Origin ignored -> "origin";
                            case Notice.Digest digest -> digest.entries().toString();
                            case Notice.HandOver handOver -> handOver.title();
                        })
                .toList();
    }

    Obligation owes(String clock) {
        return incident().obligations().open(new ClockName(clock)).orElseThrow();
    }

    Optional<Obligation> latest(String clock) {
        return incident().obligations().latest(new ClockName(clock));
    }

    Decision decide(IncidentCommand command) {
        return IncidentRules.decide(incident(), command, moment());
    }

    Moment moment() {
        return new Moment(now, by, policy, roster);
    }

    /** Lets happen what was decided before. */
    void carriesOut(List<IncidentEvent> happened) {
        events.clear();
        effects.clear();
        happen(happened);
    }

    private void happen(List<IncidentEvent> happened) {
        incident = Optional.of(incident().applyAll(happened, by, now));
        note(happened);
    }

    private void note(List<IncidentEvent> happened) {
        events.addAll(happened);
        List<Happened> stamped = happened.stream().map(e -> new Happened(e, by, now)).toList();
        if (!stamped.isEmpty()) {
            effects.addAll(Reactions.to(stamped, incident()));
        }
    }

    private List<Obligation> due() {
        return incident().obligations().all().values().stream()
                .filter(o -> o.next().filter(next -> !next.isAfter(now)).isPresent())
                .toList();
    }

    private static Roster roster(Set<PersonId> admins) {
        Map<RoleName, List<PersonId>> duty = new LinkedHashMap<>();
        duty.put(new RoleName("on-call"), List.of(ANA, BEN));
        duty.put(new RoleName("on-call-commander"), List.of(CLEO));
        duty.put(new RoleName("security"), List.of(SAM));
        duty.put(new RoleName("security-lead"), List.of(SAM));
        duty.put(new RoleName("security-analyst"), List.of(BEN));
        duty.put(new RoleName("ciso"), List.of(CIRO));
        duty.put(new RoleName("ceo"), List.of(ELI));
        duty.put(new RoleName("last-resort"), List.of(ELI));
        duty.put(new RoleName("comms"), List.of(DORA));
        duty.put(new RoleName("legal"), List.of(LENA, LEO));
        return new Roster(duty, admins);
    }
}
