package io.muster.core.program;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.drill.Conclusion;
import io.muster.core.incident.DrillEvent;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.Moment;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.ProgramDuty;
import io.muster.core.policy.ProgramDuty.Rhythm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the program makes of what happened to an incident: a grave one that is over wants a review,
 * a drill that was held does what the plan asks for. Drills never make a review necessary.
 */
public final class ProgramEars {
    private ProgramEars() {}

    /**
     * What happens to the program because of this; mostly nothing.
     *
     * @param incident as it is after the events
     * @param moment holds the policy in force, which need not be the one of the incident
     */
    public static List<ProgramEvent> hear(
            Program program, Incident incident, List<IncidentEvent> events, Moment moment) {
        List<ProgramEvent> heard = new ArrayList<>();
        for (IncidentEvent event : events) {
            switch (event) {
                case DrillEvent.DrillPlanned e -> heard.addAll(begun(program, incident, e, moment));
                case DrillEvent.DrillConcluded e ->
                        heard.addAll(held(program, incident, e, moment));
                case IncidentEvent.Resolved ignored ->
                        heard.addAll(over(program, incident, Milestone.RESOLVED, moment));
                case IncidentEvent.Closed ignored ->
                        heard.addAll(over(program, incident, Milestone.CLOSED, moment));
                default -> {} // of no concern here: what the plan asks for follows from these alone
            }
        }
        return heard;
    }

    /** Whether any of these could concern the program, so that its file is not locked in vain. */
    public static boolean concerns(List<IncidentEvent> events) {
        return events.stream()
                .anyMatch(e ->
                        e instanceof DrillEvent.DrillPlanned
                                || e instanceof DrillEvent.DrillConcluded
                                || e instanceof IncidentEvent.Resolved
                                || e instanceof IncidentEvent.Closed);
    }

    private static List<ProgramEvent> begun(
            Program program, Incident drill, DrillEvent.DrillPlanned planned, Moment moment) {
        return owedFor(program, planned.kind(), moment).stream()
                .<ProgramEvent>map(
                        o -> new ProgramEvent.PlanDrillBegun(o.id(), o.title(), drill.id()))
                .toList();
    }

    private static List<ProgramEvent> held(
            Program program, Incident drill, DrillEvent.DrillConcluded end, Moment moment) {
        if (!end.verdict().wasHeld()) {
            return List.of();
        }
        List<ProgramEvent> events = new ArrayList<>();
        for (Obligation duty : owedFor(program, end.kind(), moment)) {
            events.addAll(
                    ProgramRules.done(
                            program,
                            duty,
                            moment.now(),
                            minutes(end),
                            FreeText.NONE,
                            Optional.of(drill.id()),
                            moment));
        }
        return events;
    }

    private static FreeText minutes(DrillEvent.DrillConcluded end) {
        Conclusion.Verdict verdict = end.verdict();
        return FreeText.of(
                verdict.words() + ". " + end.tested().text() + "\n" + end.result().text());
    }

    private static List<Obligation> owedFor(Program program, Optional<String> kind, Moment moment) {
        return moment.policy().program().stream()
                .filter(d -> kind.isPresent() && d.drill().equals(kind))
                .flatMap(d -> program.obligations().open(d.name()).stream())
                .toList();
    }

    private static List<ProgramEvent> over(
            Program program, Incident incident, Milestone milestone, Moment moment) {
        if (incident.header().drill()) {
            return List.of();
        }
        List<ProgramEvent> events = new ArrayList<>();
        for (ProgramDuty duty : moment.policy().program()) {
            if (duty.rhythm() instanceof Rhythm.After after
                    && after.of() == milestone
                    && after.severities().contains(incident.severity())) {
                review(program, incident, duty, after, moment).ifPresent(events::add);
            }
        }
        return events;
    }

    private static Optional<ProgramEvent> review(
            Program program,
            Incident incident,
            ProgramDuty duty,
            Rhythm.After after,
            Moment moment) {
        Cause cause = new Cause(incident.id(), incident.severity(), incident.header().isPrivate());
        Optional<Obligation> open = program.obligations().open(duty.name());
        if (open.isPresent()) {
            boolean known =
                    program.causesOf(open.get().id()).stream()
                            .anyMatch(c -> c.incident().equals(incident.id()));
            return known
                    ? Optional.empty()
                    : Optional.of(
                            new ProgramEvent.PlanDutyJoined(
                                    open.get().id(), open.get().title(), cause));
        }
        ObligationId id =
                program.obligations()
                        .latest(duty.name())
                        .map(last -> last.id().next())
                        .orElseGet(() -> ObligationId.first(duty.name()));
        Instant due =
                moment.policy()
                        .calendar(duty.calendar())
                        .due(moment.now(), after.within())
                        .orElseThrow();
        List<PersonId> owner = moment.roster().onDuty(duty.owner()).stream().toList();
        return Optional.of(
                new ProgramEvent.PlanDutyOwed(
                        ProgramSchedule.promise(duty, id, moment.now(), due),
                        Optional.of(cause),
                        owner));
    }
}
