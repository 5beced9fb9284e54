package io.muster.core.roster;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * Who is on duty in which role when: the team's lists and rotations, and the overrides on top of
 * them. A value; what it answers hangs on the instant that it is asked for alone.
 */
public final class DutyPlan {
    /** A plan that does not change for so long does not change. */
    private static final Duration HORIZON = Duration.ofDays(400);

    private static final int MOST_WATCHES = 5_000;

    private final Team team;
    private final Map<String, PersonId> resolvedEmails;
    private final List<DutyOverride> overrides;

    /**
     * @param resolvedEmails by address in lower case
     */
    public DutyPlan(Team team, Map<String, PersonId> resolvedEmails, List<DutyOverride> overrides) {
        this.team = team;
        this.resolvedEmails = Map.copyOf(resolvedEmails);
        this.overrides =
                overrides.stream()
                        .sorted(Comparator.comparingInt(DutyOverride::number).reversed())
                        .toList();
    }

    /** Everyone whom the team names for a role, or who has one for a while. */
    public List<RoleName> roles() {
        return Stream.concat(
                        team.roles().keySet().stream(), overrides.stream().map(DutyOverride::role))
                .distinct()
                .toList();
    }

    /** The team whose plan this is. */
    public Team team() {
        return team;
    }

    /** The overrides, the newest first. */
    public List<DutyOverride> overrides() {
        return overrides;
    }

    /** Who is on duty in this role, and why. */
    public Watch.By at(RoleName role, Instant at) {
        Optional<DutyOverride> override =
                overrides.stream().filter(o -> o.role().equals(role) && o.covers(at)).findFirst();
        if (override.isPresent()) {
            return new Watch.ByOverride(override.get());
        }
        Optional<Rotation> rotation = team.rotations().of(role);
        Optional<Rotation.Duty> duty = rotation.flatMap(r -> r.at(at));
        if (duty.isPresent()) {
            Layer layer = rotation.get().layers().get(duty.get().layer());
            return new Watch.ByRotation(
                    rotation.get().name(), layer.title(), duty.get().person(), person(duty.get()));
        }
        return list(role).stream()
                .findFirst()
                .<Watch.By>map(handle -> new Watch.ByList(handle, person(handle)))
                .orElseGet(Watch.Nobody::new);
    }

    /** The stretch around this instant in which nothing changes. */
    public Watch watch(RoleName role, Instant at) {
        Watch.By by = at(role, at);
        Instant end = at.plus(HORIZON);
        Instant change = at;
        for (int i = 0; i < MOST_WATCHES; i++) {
            Optional<Instant> next = change(role, change).filter(end::isAfter);
            if (next.isEmpty()) {
                return new Watch(role, at, Optional.empty(), by);
            }
            change = next.get();
            if (!at(role, change).equals(by)) {
                return new Watch(role, at, Optional.of(change), by);
            }
        }
        return new Watch(role, at, Optional.of(change), by);
    }

    /** The watch after this one. */
    public Optional<Watch> next(Watch watch) {
        return watch.until().map(end -> watch(watch.role(), end));
    }

    /** Everything between two instants, one watch after the other. */
    public List<Watch> watches(RoleName role, Instant from, Instant until) {
        List<Watch> watches = new ArrayList<>();
        Optional<Watch> next = Optional.of(watch(role, from));
        while (next.isPresent()
                && next.get().from().isBefore(until)
                && watches.size() < MOST_WATCHES) {
            watches.add(next.get());
            next = next(next.get());
        }
        return watches;
    }

    /**
     * The people to turn to in this role: who is on duty first, then who is next. Whoever an
     * override replaces comes last: they are away, more often than not. Empty in a gap.
     */
    public List<PersonId> order(RoleName role, Instant at) {
        List<PersonId> planned =
                Stream.concat(
                                team.rotations().of(role).stream()
                                        .flatMap(r -> r.order(at).stream()),
                                list(role).stream())
                        .flatMap(handle -> person(handle).stream())
                        .distinct()
                        .toList();
        return at(role, at) instanceof Watch.ByOverride(DutyOverride override)
                ? replaced(planned, override.person())
                : planned;
    }

    private static List<PersonId> replaced(List<PersonId> planned, PersonId by) {
        SequencedSet<PersonId> order = new LinkedHashSet<>();
        order.add(by);
        planned.stream().skip(1).forEach(order::add);
        planned.stream().findFirst().ifPresent(order::add);
        return List.copyOf(order);
    }

    /** The first instant after this one at which somebody else may be on duty. */
    private Optional<Instant> change(RoleName role, Instant at) {
        Stream<Instant> edges =
                overrides.stream()
                        .filter(o -> o.role().equals(role))
                        .flatMap(o -> Stream.of(o.from(), o.until()))
                        .filter(edge -> edge.isAfter(at));
        Stream<Instant> turns = team.rotations().of(role).flatMap(r -> r.change(at)).stream();
        return Stream.concat(edges, turns).min(Instant::compareTo);
    }

    /** Who holds the role without a rotation, or after it. */
    private List<Handle> list(RoleName role) {
        return team.rotations().of(role).isPresent()
                ? team.rotations().then(role)
                : team.roles().getOrDefault(role, List.of());
    }

    private Optional<PersonId> person(Rotation.Duty duty) {
        return person(duty.person());
    }

    /** Their id in the chat, as far as it is known. */
    public Optional<PersonId> person(Handle handle) {
        return Optional.ofNullable(team.people().get(handle))
                .flatMap(member -> member.person(resolvedEmails));
    }
}
