package io.muster.app.oncall;

import io.muster.core.Spoken;
import io.muster.core.policy.Policy;
import io.muster.core.policy.RoleName;
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
    private static final Duration AHEAD = Duration.ofDays(30);
    private static final DateTimeFormatter WALL =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private OnCallCheckup() {}

    /** One thing that was looked at. */
    public record Line(boolean ok, String words) {}

    /**
     * Looks at every rotation.
     *
     * @param isSet whether an environment variable has a value
     */
    public static List<Line> examine(
            Team team, Policy policy, Instant now, Predicate<String> isSet) {
        List<Line> lines = new ArrayList<>();
        for (Rotation rotation : team.rotations().all().values()) {
            lines.add(rotation(rotation, team, now));
            rotation.feed()
                    .filter(variable -> !isSet.test(variable))
                    .ifPresent(variable ->
                            lines.add(
                                    new Line(
                                            false,
                                            "rotation "
                                                    + rotation.name()
                                                    + ": "
                                                    + variable
                                                    + " is not set, so its calendar has no"
                                                    + " address. Put a long random word"
                                                    + " there.")));
        }
        lines.addAll(gaps(team, policy, now));
        return lines;
    }

    /** What is said at every start: only what will be missing. */
    public static List<Line> gaps(Team team, Policy policy, Instant now) {
        DutyPlan plan = new DutyPlan(team, Map.of(), List.of());
        List<Line> lines = new ArrayList<>();
        for (RoleName role : team.rotations().roles().keySet()) {
            List<Watch> gaps =
                    plan.watches(role, now, now.plus(AHEAD)).stream().filter(Watch::gap).toList();
            if (!gaps.isEmpty()) {
                lines.add(gap(role, gaps, team, policy, now));
            }
        }
        return lines;
    }

    private static Line gap(
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
        return new Line(
                false,
                policy.titleOf(role)
                        + ": nobody is on call in "
                        + Spoken.count(gaps.size(), "gap")
                        + " of the next 30 days, "
                        + Spoken.length(all)
                        + " in all; the first from "
                        + wall(gaps.getFirst().from(), rotation)
                        + ". Add a layer without `only`, or people under `then`.");
    }

    private static Line rotation(Rotation rotation, Team team, Instant now) {
        Optional<Shift> shift =
                rotation.shifts(now, now.plus(AHEAD)).stream().findFirst().filter(s -> !s.gap());
        String who =
                shift.flatMap(Shift::who)
                        .map(handle -> name(handle, team))
                        .map(name -> name + " until " + wall(shift.get().until(), rotation))
                        .orElse("nobody now");
        return new Line(true, "rotation " + rotation.name() + ": " + who);
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
