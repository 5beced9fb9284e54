package io.muster.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.alert.Fate;
import io.muster.core.incident.Decision;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.IncidentRules;
import io.muster.core.incident.Moment;
import io.muster.core.incident.Source;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;
import io.muster.core.program.Program;
import io.muster.core.program.ProgramCommand;
import io.muster.core.program.ProgramDecision;
import io.muster.core.program.ProgramEars;
import io.muster.core.program.ProgramEvent;
import io.muster.core.program.ProgramHappened;
import io.muster.core.program.ProgramRules;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Incidents of a quarter, one after the other, and the record that they leave. */
final class ReportScene {
    static final PersonId ANA = new PersonId("UANA");
    static final PersonId SAM = new PersonId("USAM");
    static final Period QUARTER = Period.parse("2026-01-01", "2026-03-31").orElseThrow();
    static final RecordState INTACT =
            new RecordState(
                    7,
                    181,
                    0,
                    List.of(),
                    List.of(
                            new Chain("plan", 3, "0a".repeat(32)),
                            new Chain("INC-1", 16, "1b".repeat(32)),
                            new Chain("alerts", 9, "2c".repeat(32))));
    static final List<AlertTally> ALERTS =
            List.of(new AlertTally(Fate.DECLARED, 1), new AlertTally(Fate.DISMISSED, 8));

    private final Policy policy;
    private final Roster roster =
            new Roster(
                    Map.of(
                            new RoleName("on-call"), List.of(ANA),
                            new RoleName("security"), List.of(SAM)),
                    Set.of());
    private final SortedMap<Long, List<Traced>> stories = new TreeMap<>();
    private final List<TracedPlan> plan = new ArrayList<>();
    private Program program = Program.NONE;
    private Instant now = Instant.parse("2025-12-29T09:00:00Z");
    private long number;
    private Optional<Incident> incident = Optional.empty();

    ReportScene() {
        this.policy =
                PolicyReader.read(
                                Yaml.tree(Yaml.builtIn("featuresignals")),
                                "0123456789ab",
                                Yaml.laws())
                        .ifSound()
                        .orElseThrow();
        decide(new ProgramCommand.Adopt());
    }

    Policy policy() {
        return policy;
    }

    ReportScene at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    ReportScene after(String duration) {
        now = now.plus(Duration.parse(duration));
        return this;
    }

    ReportScene declares(String severity, String title, boolean isPrivate, boolean drill) {
        number++;
        Decision decision =
                IncidentRules.declare(
                        new IncidentCommand.Declare(
                                new FreeText(title),
                                FreeText.NONE,
                                new SeverityName(severity),
                                Optional.empty(),
                                isPrivate,
                                false,
                                drill,
                                Source.EMPLOYEE,
                                Optional.empty()),
                        moment());
        List<IncidentEvent> events = ((Decision.Accepted) decision).events();
        incident =
                Optional.of(
                        Incident.declared(
                                new IncidentId(number),
                                new Happened(events.getFirst(), Actor.person(ANA), now)));
        stories.put(number, new ArrayList<>());
        write(events.getFirst());
        events.subList(1, events.size()).forEach(this::happen);
        hear(events);
        return this;
    }

    ReportScene declares(String severity, String title) {
        return declares(severity, title, false, false);
    }

    ReportScene does(IncidentCommand... commands) {
        for (IncidentCommand command : commands) {
            Decision decision = IncidentRules.decide(incident.orElseThrow(), command, moment());
            assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
            List<IncidentEvent> events = ((Decision.Accepted) decision).events();
            events.forEach(this::happen);
            hear(events);
        }
        return this;
    }

    ControlReport report(Period period, Predicate<Incident> mayRead, Instant readAt) {
        return ControlReport.of(
                period,
                policy,
                PlanFile.asOf(period.end(), plan),
                files(period.end(), mayRead),
                new Inspection(
                        Phrase.EMPTY.who(SAM).say(", asked in the chat (plan · 4)"),
                        readAt,
                        INTACT,
                        ALERTS));
    }

    List<CaseFile> files(Instant end, Predicate<Incident> mayRead) {
        return stories.entrySet().stream()
                .flatMap(e ->
                        CaseFile.asOf(
                                end,
                                new IncidentId(e.getKey()),
                                e.getValue(),
                                version -> policy,
                                mayRead)
                                .stream())
                .toList();
    }

    /** What comes from elsewhere: it is in the record as it is. */
    ReportScene records(IncidentEvent... events) {
        List.of(events).forEach(this::happen);
        return this;
    }

    private void happen(IncidentEvent event) {
        incident = incident.map(i -> i.apply(new Happened(event, Actor.person(ANA), now)));
        write(event);
    }

    private void write(IncidentEvent event) {
        List<Traced> story = stories.getOrDefault(number, new ArrayList<>());
        int entry = story.size() + 1;
        story.add(
                new Traced(
                        entry, new Happened(event, Actor.person(ANA), now), hash(number, entry)));
    }

    private void hear(List<IncidentEvent> events) {
        if (ProgramEars.concerns(events)) {
            ProgramEars.hear(program, incident.orElseThrow(), events, moment())
                    .forEach(this::happen);
        }
    }

    private void decide(ProgramCommand command) {
        ProgramDecision decision = ProgramRules.decide(program, command, moment());
        ((ProgramDecision.Accepted) decision).events().forEach(this::happen);
    }

    private void happen(ProgramEvent event) {
        ProgramHappened happened = new ProgramHappened(event, Actor.muster(), now);
        program = program.apply(happened);
        plan.add(new TracedPlan(plan.size() + 1, happened, hash(0, plan.size() + 1)));
    }

    private static String hash(long file, int entry) {
        return "%016x%048x".formatted(file * 1000 + entry, 7);
    }

    private Moment moment() {
        return new Moment(now, Actor.person(ANA), policy, roster);
    }
}
