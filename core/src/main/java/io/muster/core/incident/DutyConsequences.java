package io.muster.core.incident;

import io.muster.core.duty.Reckoning;
import io.muster.core.duty.Standing;
import io.muster.core.obligation.EscalationLadder;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.DutyStart;
import io.muster.core.policy.SeverityName;
import io.muster.core.policy.Step;
import io.muster.core.policy.Target;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds every duty to notify against what is true now and says what became of its clock: begun,
 * moved, met, stopped. It runs after every decision, so a claimed time, an answer or a report that
 * was sent moves the clocks that hang on it by themselves.
 *
 * <p>Nothing pauses these clocks. Resolving, closing and another severity change nothing.
 */
final class DutyConsequences {
    private static final List<Integer> SHARES = List.of(50, 75, 90);
    private static final Duration HOURLY = Duration.ofHours(1);

    private final Unfolding unfolding;
    private final DutyCase duty;

    private DutyConsequences(Unfolding unfolding, DutyCase duty) {
        this.unfolding = unfolding;
        this.duty = duty;
    }

    static void follow(Unfolding unfolding) {
        if (!born(unfolding) && sameGround(unfolding.before(), unfolding.incident())) {
            return; // a reminder, a tick, a note: most decisions
        }
        noteSeverities(unfolding);
        for (var rule : unfolding.moment().policy().notifications().duties()) {
            DutyCase now = new DutyCase(unfolding.incident(), unfolding.moment().policy(), rule);
            new DutyConsequences(unfolding, now).follow();
        }
        DutyQuestions.follow(unfolding);
    }

    private static boolean born(Unfolding unfolding) {
        return unfolding.events().stream().anyMatch(IncidentEvent.Declared.class::isInstance);
    }

    /** Whether everything on which a duty can depend is as it was. */
    private static boolean sameGround(Incident before, Incident after) {
        return before.status() == after.status()
                && before.header().equals(after.header())
                && before.milestones().equals(after.milestones())
                && before.dossier().facts().equals(after.dossier().facts())
                && before.dossier().duties().equals(after.dossier().duties());
    }

    private static void noteSeverities(Unfolding unfolding) {
        for (var rule : unfolding.moment().policy().notifications().duties()) {
            if (rule.from() instanceof DutyStart.Reaching(SeverityName severity)
                    && unfolding.incident().dossier().duties().reached(severity).isEmpty()
                    && reached(severity, unfolding)) {
                unfolding.happens(new DutyEvent.SeverityReached(severity));
            }
        }
    }

    private static boolean reached(SeverityName severity, Unfolding unfolding) {
        SeverityName now = unfolding.incident().severity();
        return now.equals(severity) || unfolding.moment().policy().graver(now, severity);
    }

    private void follow() {
        Optional<Standing.Discharged> sent = duty.standing().discharged();
        if (sent.isPresent()) {
            settle(sent.get());
            return;
        }
        Optional<String> why =
                duty.standing().waived().isPresent()
                        ? Optional.of("it was decided not to notify")
                        : duty.whyNot();
        Optional<Reckoning.Due> due = duty.due();
        if (why.isPresent() || due.isEmpty()) {
            String reason = why.orElse("what started it was taken back");
            duty.running().ifPresent(open -> drop(open, reason));
        } else {
            owe(due.get());
        }
    }

    private void settle(Standing.Discharged sent) {
        Optional<Obligation> open = duty.running();
        if (open.isPresent()) {
            Obligation o = open.get();
            unfolding.happens(
                    new IncidentEvent.ObligationMet(
                            o.id(), o.title(), o.due(), duty.sentLate(sent.sentAt())));
            return;
        }
        Optional<Obligation> met = duty.clock().filter(o -> o.state() == Obligation.State.MET);
        Optional<Reckoning.Due> due = duty.due();
        if (met.isPresent() && due.isPresent() && !due.get().at().equals(met.get().due())) {
            unfolding.happens(
                    new IncidentEvent.ObligationRejudged(
                            met.get().id(),
                            met.get().title(),
                            met.get().due(),
                            due.get().at(),
                            duty.sentLate(sent.sentAt())));
        }
    }

    private void drop(Obligation open, String why) {
        unfolding.happens(new IncidentEvent.ObligationDropped(open.id(), open.title(), why));
    }

    private void owe(Reckoning.Due due) {
        Optional<Obligation> latest = duty.clock();
        if (latest.filter(o -> o.state() == Obligation.State.MET).isPresent()) {
            Obligation back = latest.get();
            unfolding.happens(new IncidentEvent.ObligationReturned(back.id(), back.title()));
            moveIfDifferent(back, due);
        } else if (latest.filter(Obligation::isOpen).isPresent()) {
            moveIfDifferent(latest.get(), due);
        } else {
            open(ObligationRules.turnAfter(latest, duty.rule().name().clock()), due);
        }
    }

    private void open(ObligationId id, Reckoning.Due due) {
        unfolding.happens(
                new IncidentEvent.ObligationOpened(
                        Obligation.open(
                                id,
                                duty.rule().title(),
                                duty.rule().owner(),
                                duty.rule().calendar(),
                                due.anchor(),
                                due.at(),
                                Optional.empty(),
                                rungs(due.anchor(), due.at()))));
    }

    private void moveIfDifferent(Obligation open, Reckoning.Due due) {
        if (due.at().equals(open.due()) && due.anchor().equals(open.anchor())) {
            return;
        }
        unfolding.happens(
                new IncidentEvent.ObligationMoved(
                        open.id(),
                        open.title(),
                        open.due(),
                        due.anchor(),
                        due.at(),
                        Optional.empty(),
                        rungs(due.anchor(), due.at()),
                        why(due)));
    }

    private String why(Reckoning.Due due) {
        boolean held = duty.standing().held().filter(h -> h.until().equals(due.at())).isPresent();
        boolean limited = duty.start().isEmpty() && duty.limitWords().isPresent();
        String from = limited ? duty.limitWords().orElseThrow() : duty.startWords();
        return held ? "it is on hold" : "it now counts " + (limited ? "" : "from ") + from;
    }

    private List<Rung> rungs(Instant anchor, Instant due) {
        List<Target> tell = duty.rule().tell().stream().map(Target::onDuty).toList();
        return EscalationLadder.rungs(
                unfolding.incident().dossier().exercise().hastened(ladder(tell)), anchor, due);
    }

    /** When half, three and nine tenths of the time are gone, when it is due, then every hour. */
    private static List<Step> ladder(List<Target> tell) {
        List<Step> steps = new ArrayList<>();
        SHARES.forEach(
                share -> steps.add(new Step(new Step.When.Share(share), tell, Optional.empty())));
        steps.add(new Step(new Step.When.FromDue(Duration.ZERO), tell, Optional.empty()));
        steps.add(new Step(new Step.When.FromDue(HOURLY), tell, Optional.of(HOURLY)));
        return steps;
    }
}
