package io.muster.core.incident;

import io.muster.core.policy.Milestone;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * When each milestone was reached and by whose hand, as far as it has been.
 *
 * @param reopenedAt when it last came back; clocks that repeat start from there
 */
public record Milestones(Map<Milestone, Reached> reached, Optional<Instant> reopenedAt) {
    static final Milestones NONE = new Milestones(Map.of(), Optional.empty());

    public Milestones {
        reached = Map.copyOf(reached);
    }

    /** When this milestone was reached. */
    public Optional<Instant> at(Milestone milestone) {
        return Optional.ofNullable(reached.get(milestone)).map(Reached::at);
    }

    /** Who reached this milestone. */
    public Optional<Actor> by(Milestone milestone) {
        return Optional.ofNullable(reached.get(milestone)).map(Reached::by);
    }

    /** Whether it has been reached. */
    public boolean has(Milestone milestone) {
        return reached.containsKey(milestone);
    }

    /** With this milestone reached; the first time counts if it had been reached before. */
    Milestones with(Milestone milestone, Instant at, Actor by) {
        Map<Milestone, Reached> changed = copy();
        changed.putIfAbsent(milestone, new Reached(at, by));
        return new Milestones(changed, reopenedAt);
    }

    /** After it came back before anybody said that it was over: this is to be reached anew. */
    Milestones without(Milestone milestone, Instant at) {
        if (milestone == Milestone.DECLARED) {
            return this; // nothing takes back that it was declared
        }
        Map<Milestone, Reached> changed = copy();
        changed.remove(milestone);
        return new Milestones(changed, Optional.of(at));
    }

    /** After it came back: what had been resolved or closed no longer is. */
    Milestones reopened(Instant at) {
        Map<Milestone, Reached> changed = copy();
        changed.remove(Milestone.RESTORED);
        changed.remove(Milestone.RESOLVED);
        changed.remove(Milestone.CLOSED);
        return new Milestones(changed, Optional.of(at));
    }

    private Map<Milestone, Reached> copy() {
        Map<Milestone, Reached> changed = new EnumMap<>(Milestone.class);
        changed.putAll(reached);
        return changed;
    }

    /** When and by whom a milestone was reached. */
    public record Reached(Instant at, Actor by) {}
}
