package io.muster.core.obligation;

import io.muster.core.policy.Step;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Turns the steps that a policy wrote into rungs with instants. */
public final class EscalationLadder {
    private EscalationLadder() {}

    /**
     * The rungs of a promise made at {@code anchor} and due at {@code due}, earliest first. A rung
     * never lies before the anchor: nobody is reminded of a promise that is not yet made.
     */
    public static List<Rung> rungs(List<Step> steps, Instant anchor, Instant due) {
        return steps.stream()
                .map(step -> new Rung(instant(step, anchor, due), step.tell(), step.every()))
                .sorted(Comparator.comparing(Rung::at))
                .toList();
    }

    private static Instant instant(Step step, Instant anchor, Instant due) {
        Instant at =
                switch (step.when()) {
                    case Step.When.FromDue fromDue -> due.plus(fromDue.offset());
                    case Step.When.Share share -> share(share.percent(), anchor, due);
                };
        return at.isBefore(anchor) ? anchor : at;
    }

    private static Instant share(int percent, Instant anchor, Instant due) {
        Duration whole = Duration.between(anchor, due);
        return anchor.plus(whole.multipliedBy(percent).dividedBy(100));
    }
}
