package io.muster.core.incident;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.Span;
import io.muster.core.checklist.Tick;
import io.muster.core.drill.Exercise;
import io.muster.core.obligation.EscalationLadder;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.MetBy;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds every clock rule of the policy against what is true now and says what became of the
 * promise: made, kept, moved, owed again, no longer owed. It runs after every decision, so no other
 * rule has to think of clocks.
 */
final class ObligationConsequences {
    private final Unfolding unfolding;
    private final ClockRule rule;

    private ObligationConsequences(Unfolding unfolding, ClockRule rule) {
        this.unfolding = unfolding;
        this.rule = rule;
    }

    static void follow(Unfolding unfolding) {
        for (ClockRule rule : unfolding.moment().policy().clocks()) {
            new ObligationConsequences(unfolding, rule).follow();
        }
    }

    private void follow() {
        Optional<Obligation> latest = latest();
        if (latest.filter(Obligation::isOpen).isPresent()) {
            settleOrMove(latest.get());
        } else if (latest.filter(o -> o.state() == Obligation.State.MET).isPresent()) {
            returnOrRejudge(latest.get());
        }
        openIfOwed();
    }

    private void settleOrMove(Obligation open) {
        Optional<Instant> met = metAt(open.anchor());
        if (met.isPresent()) {
            unfolding.happens(
                    new IncidentEvent.ObligationMet(
                            open.id(),
                            open.title(),
                            open.due(),
                            open.settled(Obligation.State.MET, met.get()).late(met.get())));
        } else if (!owed()) {
            unfolding.happens(notOwedAnyMore(open));
        } else {
            moveIfDifferent(open);
        }
    }

    /** A turn whose time was up when it ended was missed, and the record must not say otherwise. */
    private IncidentEvent notOwedAnyMore(Obligation open) {
        return rule.repeats() && open.late(unfolding.moment().now())
                ? new IncidentEvent.ObligationMissed(open.id(), open.title(), open.due(), 1)
                : new IncidentEvent.ObligationDropped(open.id(), open.title(), whyNotOwed());
    }

    private void returnOrRejudge(Obligation met) {
        if (undone(met) && !restarted(met)) {
            unfolding.happens(new IncidentEvent.ObligationReturned(met.id(), met.title()));
            latest().ifPresent(this::moveIfDifferent);
            return;
        }
        if (restarted(met)) {
            return; // what was kept stays kept; the new start is a turn of its own
        }
        Optional<Instant> due = due(met.anchor());
        if (!rule.repeats() && due.isPresent() && !due.get().equals(met.due())) {
            boolean late = met.settled().filter(at -> at.isAfter(due.get())).isPresent();
            unfolding.happens(
                    new IncidentEvent.ObligationRejudged(
                            met.id(), met.title(), met.due(), due.get(), late));
        }
    }

    private boolean undone(Obligation met) {
        return !rule.repeats() && owed() && metAt(met.anchor()).isEmpty();
    }

    /** It was kept, that was undone, and since then it counts from another moment. */
    private boolean restarted(Obligation met) {
        return undone(met) && !anchor().equals(Optional.of(met.anchor()));
    }

    private void moveIfDifferent(Obligation open) {
        Instant due = due(open.anchor()).orElse(open.due());
        if (due.equals(open.due())) {
            return;
        }
        unfolding.happens(
                new IncidentEvent.ObligationMoved(
                        open.id(),
                        open.title(),
                        open.due(),
                        open.anchor(),
                        due,
                        lapse(open.anchor(), due),
                        EscalationLadder.rungs(ladder(), open.anchor(), due),
                        "the severity is now " + unfolding.incident().severity()));
    }

    private void openIfOwed() {
        Optional<Obligation> latest = latest();
        boolean settledForGood =
                !rule.repeats()
                        && latest.filter(o -> o.state() == Obligation.State.MET)
                                .filter(met -> !restarted(met))
                                .isPresent();
        if (latest.filter(Obligation::isOpen).isPresent() || settledForGood || !owed()) {
            return;
        }
        Instant anchor = anchor().orElseThrow();
        Optional<Instant> due = due(anchor);
        if (due.isEmpty()) {
            return;
        }
        ObligationId id = ObligationRules.turnAfter(latest, rule.name());
        unfolding.happens(
                new IncidentEvent.ObligationOpened(
                        Obligation.open(
                                id,
                                rule.title(),
                                rule.owner(),
                                rule.calendar(),
                                anchor,
                                due.get(),
                                lapse(anchor, due.get()),
                                EscalationLadder.rungs(ladder(), anchor, due.get()))));
        boolean keptAlready = !rule.repeats() && metAt(anchor).isPresent();
        if (keptAlready) {
            unfolding.happens(
                    new IncidentEvent.ObligationMet(
                            id,
                            rule.title(),
                            due.get(),
                            metAt(anchor).orElseThrow().isAfter(due.get())));
        }
    }

    private boolean owed() {
        Incident incident = unfolding.incident();
        return incident.status() != Status.DISMISSED
                && rule.scope().covers(incident.severity(), incident.header().kinds())
                && anchor().flatMap(this::due).isPresent()
                && rule.until().filter(incident.milestones()::has).isEmpty()
                && !ruledOut();
    }

    /** Nobody owes an item that need not be done. */
    private boolean ruledOut() {
        return rule.metBy() instanceof MetBy.Ticking ticking
                && unfolding.incident().checklists().notApplicable(ticking.item()).isPresent();
    }

    private String whyNotOwed() {
        Incident incident = unfolding.incident();
        if (incident.status() == Status.DISMISSED) {
            return "dismissed";
        }
        Optional<Milestone> ended = rule.until().filter(incident.milestones()::has);
        if (ended.isPresent()) {
            return "the incident is " + ended.get().word();
        }
        if (ruledOut()) {
            return "not applicable here";
        }
        if (anchor().isEmpty()) {
            return "the incident came back";
        }
        return "not owed at " + incident.severity();
    }

    /** From when the promise counts; a repeating one from the last time it was kept. */
    private Optional<Instant> anchor() {
        Incident incident = unfolding.incident();
        Optional<Instant> start = incident.milestones().at(rule.from());
        if (!rule.repeats() || start.isEmpty()) {
            return start;
        }
        return Stream.of(start, incident.updates().lastAt(), incident.milestones().reopenedAt())
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private Optional<Instant> due(Instant anchor) {
        BusinessCalendar calendar = unfolding.moment().policy().calendar(rule.calendar());
        Optional<Span> span = rule.within(unfolding.incident().severity());
        return span.flatMap(s -> calendar.due(anchor, s))
                .map(due -> exercise().hastened(anchor, due));
    }

    private List<Step> ladder() {
        return exercise().hastened(rule.ladder());
    }

    /** In a drill time may run faster. */
    private Exercise exercise() {
        return unfolding.incident().dossier().exercise();
    }

    private Optional<Instant> lapse(Instant anchor, Instant due) {
        return rule.repeats()
                ? Optional.of(due.plus(Duration.between(anchor, due)))
                : Optional.empty();
    }

    private Optional<Instant> metAt(Instant anchor) {
        Incident incident = unfolding.incident();
        return switch (rule.metBy()) {
            case MetBy.Reaching reaching -> incident.milestones().at(reaching.milestone());
            case MetBy.PostingAnUpdate ignored ->
                    incident.updates().lastAt().filter(at -> at.isAfter(anchor));
            case MetBy.Ticking ticking -> incident.checklists().tick(ticking.item()).map(Tick::at);
        };
    }

    private Optional<Obligation> latest() {
        return unfolding.incident().obligations().latest(rule.name());
    }
}
