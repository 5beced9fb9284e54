package io.muster.core.incident;

import io.muster.core.audience.Cell;
import io.muster.core.obligation.EscalationLadder;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.Digest;
import io.muster.core.policy.EscalationMatrix;
import io.muster.core.policy.EscalationMatrix.Timing;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Question;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Step;
import io.muster.core.policy.Target;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A row of the escalation matrix as it is owed by one incident: columns become deadlines. */
final class AudienceRow {
    private static final String CLOCK = "audience.";

    /** The digest goes out at its time; when it should have reached everybody is a little later. */
    private static final Duration DIGEST_GRACE = Duration.ofHours(1);

    private AudienceRow() {}

    /**
     * What the row of this severity asks for, soonest first. A role that stands in it twice is told
     * once, at the sooner time.
     */
    static List<Cell> cells(Incident incident, Policy policy) {
        Map<RoleName, Cell> cells = new LinkedHashMap<>();
        for (EscalationMatrix.Column column : policy.escalation().row(incident.severity())) {
            for (EscalationMatrix.Cell cell : column.cells()) {
                cells.putIfAbsent(cell.role(), cell(cell, column.timing(), incident, policy));
            }
        }
        return List.copyOf(cells.values());
    }

    private static Cell cell(
            EscalationMatrix.Cell cell, Timing timing, Incident incident, Policy policy) {
        return new Cell(
                cell.role(),
                policy.titleOf(cell.role()),
                policy.role(cell.role()).filter(Role::audience).isEmpty(),
                when(timing),
                due(timing, incident, policy),
                cell.onlyIf(),
                cell.onlyIf().flatMap(policy::question).map(Question::text));
    }

    private static Cell.When when(Timing timing) {
        return switch (timing) {
            case Timing.AtOnce ignored -> Cell.When.AT_ONCE;
            case Timing.Within ignored -> Cell.When.WITHIN;
            case Timing.DailyDigest ignored -> Cell.When.DIGEST;
        };
    }

    private static Instant due(Timing timing, Incident incident, Policy policy) {
        Instant declared = incident.declaredAt();
        return switch (timing) {
            case Timing.AtOnce ignored -> declared;
            case Timing.Within within ->
                    incident.dossier()
                            .exercise()
                            .hastened(declared, declared.plus(within.duration()));
            case Timing.DailyDigest ignored -> digest(declared, policy).plus(DIGEST_GRACE);
        };
    }

    private static Instant digest(Instant declared, Policy policy) {
        Digest digest = policy.digest().orElseThrow();
        return digest.next(declared, policy.calendar(digest.calendar()).zone());
    }

    /** The clock that runs until they are told. */
    static ClockName clock(RoleName role) {
        return new ClockName(CLOCK + role);
    }

    /** The role whose clock this is, if it is one of ours. */
    static Optional<RoleName> role(ClockName clock) {
        return clock.value().startsWith(CLOCK)
                ? Optional.of(new RoleName(clock.value().substring(CLOCK.length())))
                : Optional.empty();
    }

    /**
     * Who is reminded of telling them. Whoever leads first; when the time is up and nothing has
     * come of it, also the last on the way up, every hour.
     */
    static List<Rung> rungs(Cell cell, Incident incident, Policy policy) {
        List<Target> lead = List.of(Target.onDuty(Role.COMMANDER));
        List<Target> path = Reachable.path(policy);
        List<Target> above =
                path.isEmpty() ? lead : List.of(Target.onDuty(Role.COMMANDER), path.getLast());
        Stream<Step> before =
                cell.when() == Cell.When.WITHIN
                        ? Stream.of(share(50, lead), share(75, lead), after(0, lead))
                        : Stream.of(after(10, lead));
        List<Step> steps =
                Stream.concat(
                                before,
                                Stream.of(
                                        new Step(
                                                new Step.When.FromDue(Duration.ofMinutes(30)),
                                                above,
                                                Optional.of(Duration.ofHours(1)))))
                        .toList();
        return EscalationLadder.rungs(
                incident.dossier().exercise().hastened(steps), incident.declaredAt(), cell.due());
    }

    private static Step share(int percent, List<Target> whom) {
        return new Step(new Step.When.Share(percent), whom, Optional.empty());
    }

    private static Step after(int minutes, List<Target> whom) {
        return new Step(new Step.When.FromDue(Duration.ofMinutes(minutes)), whom, Optional.empty());
    }
}
