package io.muster.core.incident;

import io.muster.core.calendar.CalendarName;
import io.muster.core.obligation.EscalationLadder;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A promise that no clock rule of the policy makes but something in the dossier: an action item, a
 * post-mortem. Says what became of it, once; asked again, it says nothing.
 */
record DossierPromise(
        ClockName clock,
        String title,
        RoleName owner,
        CalendarName calendar,
        Instant anchor,
        Instant due,
        List<Step> ladder) {
    /** It is owed: made if it is not, moved if it has another deadline. */
    void owed(Unfolding unfolding, String whyMoved) {
        Optional<Obligation> latest = unfolding.incident().obligations().latest(clock);
        Optional<Obligation> open = latest.filter(Obligation::isOpen);
        if (open.isEmpty()) {
            unfolding.happens(
                    new IncidentEvent.ObligationOpened(
                            Obligation.open(
                                    ObligationRules.turnAfter(latest, clock),
                                    title,
                                    owner,
                                    calendar,
                                    anchor,
                                    due,
                                    Optional.empty(),
                                    EscalationLadder.rungs(ladder, anchor, due))));
        } else if (!open.get().due().equals(due)) {
            unfolding.happens(
                    new IncidentEvent.ObligationMoved(
                            open.get().id(),
                            title,
                            open.get().due(),
                            anchor,
                            due,
                            Optional.empty(),
                            EscalationLadder.rungs(ladder, anchor, due),
                            whyMoved));
        }
    }

    /** It was kept, just now. */
    static void kept(Unfolding unfolding, ClockName clock) {
        unfolding
                .incident()
                .obligations()
                .open(clock)
                .ifPresent(open ->
                        unfolding.happens(
                                new IncidentEvent.ObligationMet(
                                        open.id(),
                                        open.title(),
                                        open.due(),
                                        unfolding.moment().now().isAfter(open.due()))));
    }

    /** It is no longer owed. */
    static void dropped(Unfolding unfolding, ClockName clock, String why) {
        unfolding
                .incident()
                .obligations()
                .open(clock)
                .ifPresent(open ->
                        unfolding.happens(
                                new IncidentEvent.ObligationDropped(open.id(), open.title(), why)));
    }
}
