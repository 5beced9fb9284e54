package io.muster.core.reach;

import io.muster.core.PersonId;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.ClockName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everyone who was to be reached beside the chat, in one incident.
 *
 * @param all in the order in which it was ordered
 * @param plans how those who were called are tried, the newest last
 * @param refusals pages that the chat would not take
 */
public record Reaches(List<Reach> all, List<Plan> plans, List<Refusal> refusals) {
    /** Nobody yet. */
    public static final Reaches NONE = new Reaches(List.of(), List.of(), List.of());

    private static final String CLOCK = "reach.";

    public Reaches {
        all = List.copyOf(all);
        plans = List.copyOf(plans);
        refusals = List.copyOf(refusals);
    }

    /** The clock of the steps by which this person is tried. */
    public static ClockName clock(PersonId person) {
        return new ClockName(CLOCK + person);
    }

    /** Whether this is a promise to try somebody by another way. */
    public static boolean isStep(ObligationId promise) {
        return promise.clock().value().startsWith(CLOCK);
    }

    /** The attempt with this number. */
    public Optional<Reach> find(int number) {
        return number < 1 || number > all.size()
                ? Optional.empty()
                : Optional.of(all.get(number - 1));
    }

    /** The number that the next attempt gets. */
    public int next() {
        return all.size() + 1;
    }

    /** The attempts about this, the oldest first. */
    public Stream<Reach> about(Matter matter, String about) {
        return all.stream().filter(r -> r.matter() == matter && r.about().equals(about));
    }

    /** The mails by which a role is told of the incident, whatever became of them. */
    public List<Reach> mailsTo(String role) {
        return all.stream()
                .filter(r -> r.about().equals(role))
                .filter(r -> r.to().person().isEmpty())
                .filter(r ->
                        r.matter() == Matter.PAGE
                                || r.matter() == Matter.WORD
                                || r.matter() == Matter.DIGEST)
                .toList();
    }

    /** The step that this promise stands for, and for whom. */
    public Optional<Plan> planOf(ObligationId promise) {
        return plans.stream().filter(plan -> plan.step(promise).isPresent()).findFirst();
    }

    /** With one more attempt. */
    public Reaches with(Reach reach) {
        List<Reach> more = new ArrayList<>(all);
        more.add(reach);
        return new Reaches(more, plans, refusals);
    }

    /** With what became of an attempt. */
    public Reaches ended(int number, Reach.Outcome outcome) {
        List<Reach> changed = new ArrayList<>(all);
        changed.set(number - 1, all.get(number - 1).ended(outcome));
        return new Reaches(changed, plans, refusals);
    }

    /** With one more plan. */
    public Reaches with(Plan plan) {
        List<Plan> more = new ArrayList<>(plans);
        more.add(plan);
        return new Reaches(all, more, refusals);
    }

    /** With one more page that the chat would not take. */
    public Reaches with(Refusal refusal) {
        List<Refusal> more = new ArrayList<>(refusals);
        more.add(refusal);
        return new Reaches(all, plans, more);
    }

    /** Whether it is known that the chat would not take the last page to this person. */
    public boolean isRefused(PersonId person) {
        Optional<Instant> planned =
                plans.stream()
                        .filter(p -> p.person().equals(person))
                        .map(Plan::made)
                        .max(Comparator.naturalOrder());
        return refusals.stream()
                .filter(r -> r.person().equals(person))
                .anyMatch(r -> planned.filter(r.at()::isBefore).isEmpty());
    }

    /** The chat would not take a page to this person. */
    public record Refusal(PersonId person, Instant at) {}

    /**
     * How somebody who was called is tried.
     *
     * @param role in which they were called
     * @param as the same as people say it
     */
    public record Plan(
            PersonId person, String role, String as, List<PlannedStep> steps, Instant made) {
        public Plan {
            steps = List.copyOf(steps);
        }

        /** The step that this promise stands for. */
        public Optional<PlannedStep> step(ObligationId promise) {
            return steps.stream().filter(s -> s.promise().equals(promise)).findFirst();
        }
    }
}
