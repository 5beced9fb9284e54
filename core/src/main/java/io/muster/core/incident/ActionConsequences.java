package io.muster.core.incident;

import io.muster.core.action.ActionItem;
import io.muster.core.policy.Role;
import io.muster.core.policy.Step;
import io.muster.core.policy.Target;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every action item is a promise: its owner is reminded before, on and after the day. */
final class ActionConsequences {
    private static final int DAYS_BEFORE = 3;
    private static final int DAYS_ALONE = 7;

    private ActionConsequences() {}

    static void follow(Unfolding unfolding) {
        for (ActionItem item : unfolding.incident().dossier().actions().all()) {
            switch (item.state()) {
                case OPEN -> promise(item, unfolding).owed(unfolding, "it was given another day");
                case DONE, VERIFIED -> DossierPromise.kept(unfolding, item.clock());
                case DROPPED ->
                        DossierPromise.dropped(unfolding, item.clock(), "it will not be done");
            }
        }
    }

    /** The title holds no words of people: those can be erased, an obligation cannot. */
    private static DossierPromise promise(ActionItem item, Unfolding unfolding) {
        return new DossierPromise(
                item.clock(),
                "Action item " + item.number(),
                item.ownersRole(),
                ActionRules.calendarName(unfolding.moment().policy()),
                item.addedAt(),
                item.due(),
                ladder(item));
    }

    /** Three days before, on the day, daily for a week, then weekly and to the commander too. */
    private static List<Step> ladder(ActionItem item) {
        Target owner = Target.onDuty(item.ownersRole());
        List<Step> steps = new ArrayList<>();
        boolean farAway =
                Duration.between(item.addedAt(), item.due()).compareTo(Duration.ofDays(DAYS_BEFORE))
                        > 0;
        if (farAway) {
            steps.add(step(-DAYS_BEFORE, List.of(owner), Optional.empty()));
        }
        for (int day = 0; day < DAYS_ALONE; day++) {
            steps.add(step(day, List.of(owner), Optional.empty()));
        }
        steps.add(
                step(
                        DAYS_ALONE,
                        List.of(owner, Target.onDuty(Role.COMMANDER)),
                        Optional.of(Duration.ofDays(DAYS_ALONE))));
        return steps;
    }

    private static Step step(int day, List<Target> tell, Optional<Duration> every) {
        return new Step(new Step.When.FromDue(Duration.ofDays(day)), tell, every);
    }
}
