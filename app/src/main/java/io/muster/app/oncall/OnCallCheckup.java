package io.muster.app.oncall;

import io.muster.app.checkup.Finding;
import io.muster.core.Spoken;
import io.muster.core.policy.Policy;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.DutyOverride;
import io.muster.core.roster.DutyPlan;
import io.muster.core.roster.Handle;
import io.muster.core.roster.Rotation;
import io.muster.core.roster.Shift;
import io.muster.core.roster.Team;
import io.muster.core.roster.Watch;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether somebody is on call at every hour of the next thirty days, in sentences. */
public final class OnCallCheckup {
    private static final String ABOUT = "on call";
    private static final Duration AHEAD = Duration.ofDays(30);

    /** What begins within this has to be mended now; there is time for the rest. */
    private static final Duration SOON = Duration.ofDays(7);

    private static final DateTimeFormatter WALL =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private OnCallCheckup() {}

    /**
     * Looks at every rotation.
     *
     * @param overrides who stands in for others, as far as it is known
     * @param isSet whether an environment variable has a value
     */
    public static List<Finding> examine(
            Team team,
            Policy policy,
            Instant now,
            List<DutyOverride> overrides,
            Predicate<String> isSet) {
        List<Finding> lines = new ArrayList<>();
        for (Rotation rotation : team.rotations().all().values()) {
            lines.add(rotation(rotation, team, now));
            rotation.feed()
                    .filter(variable -> !isSet.test(variable))
                    .ifPresent(variable ->
                            lines.add(
                                    Finding.toDo(
                                            ABOUT,
                                            "rotation "
                                                    + rotation.name()
                                                    + ": "
                                                    + variable
                                                    + " is not set, so its calendar has no"
                                                    + " address. Put a long random word"
                                                    + " there.")));
        }
        lines.addAll(gaps(team, policy, now, overrides));
        return lines;
    }

    /** What is said at every start: only what will be missing. */
    public static List<Finding> gaps(Team team, Policy policy, Instant now) {
        return gaps(team, policy, now, List.of());
    }

    private static List<Finding> gaps(
            Team team, Policy policy, Instant now, List<DutyOverride> overrides) {
        DutyPlan plan = new DutyPlan(team, Map.of(), overrides);
        List<Finding> lines = new ArrayList<>();
        for (RoleName role : team.rotations().roles().keySet()) {
            List<Watch> gaps =
                    plan.watches(role, now, now.plus(AHEAD)).stream().filter(Watch::gap).toList();
            if (!gaps.isEmpty()) {
                lines.add(gap(role, gaps, team, policy, now));
            }
        }
        return lines;
    }

    private static Finding gap(
            RoleName role, List<Watch> gaps, Team team, Policy policy, Instant now) {
        Duration all =
                gaps.stream()
                        .map(w ->
                                Duration.between(
                                        w.from(),
                                        w.until()
                                                .filter(now.plus(AHEAD)::isAfter)
                                                .orElse(now.plus(AHEAD))))
                        .reduce(Duration.ZERO, Duration::plus);
        Rotation rotation = team.rotations().of(role).orElseThrow();
        boolean soon = gaps.getFirst().from().isBefore(now.plus(SOON));
        return new Finding(
                soon ? Finding.Mark.DO : Finding.Mark.WARN,
                ABOUT,
                policy.titleOf(role)
                        + ": nobody is on call in "
                        + Spoken.count(gaps.size(), "gap")
                        + " of the next 30 days, "
                        + Spoken.length(all)
                        + " in all; the first from "
                        + wall(gaps.getFirst().from(), rotation)
                        + ". Add a layer without `only`, or people under `then`; for once, say"
                        + " `/incident oncall override`.");
    }

    private static Finding rotation(Rotation rotation, Team team, Instant now) {
        Optional<Shift> shift =
                rotation.shifts(now, now.plus(AHEAD)).stream().findFirst().filter(s -> !s.gap());
        String who =
                shift.flatMap(Shift::who)
                        .map(handle -> name(handle, team))
                        .map(name -> name + " until " + wall(shift.get().until(), rotation))
                        .orElse("nobody now");
        return Finding.ok(ABOUT, "rotation " + rotation.name() + ": " + who);
    }

    private static String name(Handle handle, Team team) {
        return Optional.ofNullable(team.people().get(handle))
                .map(Team.Member::name)
                .orElse(handle.value());
    }

    private static String wall(Instant at, Rotation rotation) {
        return WALL.format(at.atZone(rotation.zone())) + " (" + rotation.zone() + ")";
    }
}
