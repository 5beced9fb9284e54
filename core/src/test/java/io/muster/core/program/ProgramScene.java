package io.muster.core.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Decision;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.IncidentRules;
import io.muster.core.incident.Moment;
import io.muster.core.incident.Source;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;
import io.muster.core.roster.Roster;
import io.muster.core.written.Yaml;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A program as the years go by in a test, with the incidents that it hears of. */
final class ProgramScene {
    static final PersonId CIRO = new PersonId("UCIRO");
    static final PersonId SAM = new PersonId("USAM");
    static final PersonId ELI = new PersonId("UELI");
    static final PersonId OTTO = new PersonId("UOTTO");

    private static final Roster TEAM =
            new Roster(
                    Map.of(
                            new RoleName("ciso"), List.of(CIRO),
                            new RoleName("security-lead"), List.of(SAM),
                            new RoleName("security"), List.of(SAM),
                            new RoleName("ceo"), List.of(ELI),
                            new RoleName("last-resort"), List.of(ELI)),
                    Set.of());

    private Policy policy;
    private Program program = Program.NONE;
    private Instant now = Instant.parse("2026-03-04T10:00:00Z"); // a Wednesday
    private Actor by = Actor.person(CIRO);
    private final List<ProgramEvent> events = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();

    private ProgramScene(Policy policy) {
        this.policy = policy;
    }

    /** One of the policies that ship with Muster has just come into force. */
    static ProgramScene under(String builtIn) {
        return new ProgramScene(read(Yaml.builtIn(builtIn), "0123456789ab"))
                .does(new ProgramCommand.Adopt());
    }

    /** The text is changed and comes into force. */
    ProgramScene adopts(String builtIn, String words, String instead) {
        String text = Yaml.builtIn(builtIn);
        assertThat(text).contains(words);
        policy = read(text.replace(words, instead), "ba9876543210");
        return does(new ProgramCommand.Adopt());
    }

    ProgramScene by(PersonId person) {
        by = Actor.person(person);
        return this;
    }

    ProgramScene after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Lets days pass, the clock knocking every hour; keeps what was spoken. */
    ProgramScene letsDays(long days) {
        forget();
        Instant end = now.plus(Duration.ofDays(days));
        while (now.isBefore(end)) {
            now = now.plus(Duration.ofHours(1));
            for (Obligation due : due()) {
                if (decide(new ProgramCommand.Ring(due.id()))
                        instanceof ProgramDecision.Accepted(List<ProgramEvent> rang)) {
                    happen(rang, Actor.muster());
                }
            }
        }
        return this;
    }

    ProgramScene does(ProgramCommand command) {
        forget();
        ProgramDecision decision = decide(command);
        assertThat(decision).isInstanceOf(ProgramDecision.Accepted.class);
        happen(((ProgramDecision.Accepted) decision).events(), by);
        return this;
    }

    ProgramScene isRefused(ProgramCommand command, String words) {
        ProgramDecision decision = decide(command);
        assertThat(decision).isInstanceOf(ProgramDecision.Refused.class);
        assertThat(((ProgramDecision.Refused) decision).words().plain(PersonId::value))
                .contains(words);
        return this;
    }

    /** An incident is declared, and all of this is done with it; the program hears each time. */
    Incident incident(long number, IncidentCommand.Declare declare, IncidentCommand... commands) {
        Decision first = IncidentRules.declare(declare, moment());
        List<IncidentEvent> born = ((Decision.Accepted) first).events();
        IncidentId id = new IncidentId(number);
        Incident incident =
                Incident.declared(id, new Happened(born.getFirst(), by, now))
                        .applyAll(born.subList(1, born.size()), by, now);
        forget();
        happen(ProgramEars.hear(program, incident, born, moment()), by);
        for (IncidentCommand command : commands) {
            Decision decision = IncidentRules.decide(incident, command, moment());
            assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
            List<IncidentEvent> done = ((Decision.Accepted) decision).events();
            incident = incident.applyAll(done, by, now);
            happen(ProgramEars.hear(program, incident, done, moment()), by);
        }
        return incident;
    }

    /** One that runs from declare to close. */
    Incident closes(long number, String severity) {
        return incident(
                number,
                declare(severity, false),
                new IncidentCommand.Resolve(FreeText.NONE),
                new IncidentCommand.Close(new FreeText("no time to wait")));
    }

    static IncidentCommand.Declare declare(String severity, boolean drill) {
        return new IncidentCommand.Declare(
                new FreeText("Checkout is down"),
                FreeText.NONE,
                new SeverityName(severity),
                Optional.empty(),
                false,
                false,
                drill,
                Source.EMPLOYEE,
                Optional.empty());
    }

    Obligation owes(String duty) {
        return program.obligations().open(clock(duty)).orElseThrow();
    }

    boolean owesNothing(String duty) {
        return program.obligations().open(clock(duty)).isEmpty();
    }

    static ClockName clock(String duty) {
        return new ClockName("plan." + duty);
    }

    Program program() {
        return program;
    }

    Instant now() {
        return now;
    }

    <E extends ProgramEvent> List<E> happened(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<PersonId> told() {
        return effects.stream()
                .filter(Effect.Tell.class::isInstance)
                .map(e -> ((Effect.Tell) e).person())
                .distinct()
                .toList();
    }

    List<Notice> announced() {
        return effects.stream()
                .filter(Effect.Announce.class::isInstance)
                .map(e -> ((Effect.Announce) e).notice())
                .toList();
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    private static Policy read(String text, String fingerprint) {
        return PolicyReader.read(Yaml.tree(text), fingerprint, Yaml.laws()).ifSound().orElseThrow();
    }

    private List<Obligation> due() {
        return program.obligations().open().stream()
                .filter(o -> o.next().filter(next -> !next.isAfter(now)).isPresent())
                .toList();
    }

    private ProgramDecision decide(ProgramCommand command) {
        return ProgramRules.decide(program, command, moment());
    }

    private Moment moment() {
        return new Moment(now, by, policy, TEAM);
    }

    private void forget() {
        events.clear();
        effects.clear();
    }

    private void happen(List<ProgramEvent> happened, Actor actor) {
        List<ProgramHappened> stamped =
                happened.stream().map(e -> new ProgramHappened(e, actor, now)).toList();
        program = program.applyAll(stamped);
        events.addAll(happened);
        effects.addAll(ProgramReactions.to(stamped));
    }
}
