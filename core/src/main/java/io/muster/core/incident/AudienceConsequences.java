package io.muster.core.incident;

import io.muster.core.audience.Audience;
import io.muster.core.audience.Audiences;
import io.muster.core.audience.Cell;
import io.muster.core.calendar.CalendarName;
import io.muster.core.fact.Answer;
import io.muster.core.fact.Fact;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Digest;
import io.muster.core.policy.Role;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds the escalation matrix against what is true now: which row is owed, whom an answer rules out
 * or in, who can be told by now; and keeps a clock for everyone who still has to be.
 */
final class AudienceConsequences {
    /** What gave a deadline that no calendar has to do with. */
    private static final CalendarName ELAPSED = new CalendarName("elapsed");

    private final Unfolding unfolding;
    private final Moment moment;

    private AudienceConsequences(Unfolding unfolding) {
        this.unfolding = unfolding;
        this.moment = unfolding.moment();
    }

    static void follow(Unfolding unfolding) {
        AudienceConsequences consequences = new AudienceConsequences(unfolding);
        if (consequences.applies()) {
            consequences.oweTheRow();
            consequences.audiences().owed().forEach(consequences::weighTheAnswer);
            consequences.audiences().open().forEach(consequences::tellIfItIsTime);
        }
        AudienceNotices.follow(unfolding);
        consequences.audiences().all().values().forEach(consequences::keepTheClock);
    }

    /** A suspicion is told to those whom the policy names for it, until triage confirms it. */
    private boolean applies() {
        return !incident().header().suspicion() && incident().status() != Status.DISMISSED;
    }

    private void oweTheRow() {
        boolean fromBeforeThereWereRows =
                audiences().row().isEmpty() && incident().status().isOver();
        if (audiences().row().equals(Optional.of(incident().severity()))
                || fromBeforeThereWereRows) {
            return;
        }
        List<Cell> cells = AudienceRow.cells(incident(), moment.policy());
        if (cells.isEmpty() && audiences().row().isEmpty()) {
            return;
        }
        List<String> dropped =
                audiences().open().stream()
                        .filter(a -> cells.stream().noneMatch(c -> c.role().equals(a.role())))
                        .map(Audience::title)
                        .toList();
        unfolding.happens(new AudienceEvent.AudiencesOwed(incident().severity(), cells, dropped));
    }

    private void weighTheAnswer(Audience audience) {
        Optional<Fact> fact =
                audience.owed()
                        .flatMap(Cell::onlyIf)
                        .flatMap(incident().dossier().facts()::answered);
        if (fact.isEmpty() || !(fact.get().what() instanceof Fact.What.Answered answered)) {
            return;
        }
        Optional<String> asked = audience.owed().flatMap(Cell::question);
        if (answered.answer() == Answer.NO && audience.isOpen()) {
            unfolding.happens(
                    new AudienceEvent.AudienceNotApplicable(
                            audience.role(),
                            audience.title(),
                            answered.because(),
                            Optional.of(answered.question()),
                            asked,
                            Optional.empty()));
        } else if (answered.answer() != Answer.NO && isOverruled(audience, answered, fact.get())) {
            unfolding.happens(
                    new AudienceEvent.AudienceOwedAgain(audience.role(), audience.title(), asked));
        }
    }

    /**
     * What an answer ruled out, another answer lets in; what a person ruled out, only a later yes.
     */
    private static boolean isOverruled(Audience audience, Fact.What.Answered answered, Fact fact) {
        return audience.told().isEmpty()
                && audience.ruledOut()
                        .filter(out ->
                                out.question().equals(Optional.of(answered.question()))
                                        || (answered.answer() == Answer.YES
                                                && fact.recordedAt().isAfter(out.at())))
                        .isPresent();
    }

    private void tellIfItIsTime(Audience audience) {
        Cell cell = audience.owed().orElseThrow();
        boolean time =
                cell.when() != Cell.When.DIGEST
                        && !cell.byItself(incident().declaredAt()).isAfter(moment.now());
        if (time && AudienceRules.conditionHolds(incident(), audience)) {
            AudienceRules.telling(incident(), audience, moment).ifPresent(unfolding::happens);
        }
    }

    private void keepTheClock(Audience audience) {
        Optional<Obligation> open =
                incident().obligations().open(AudienceRow.clock(audience.role()));
        boolean owed = audience.isOpen() && incident().status() != Status.DISMISSED;
        if (owed && open.isEmpty()) {
            unfolding.happens(new IncidentEvent.ObligationOpened(clock(audience)));
        } else if (owed) {
            moveIfDifferent(open.get(), audience.owed().orElseThrow());
        } else {
            open.ifPresent(o -> unfolding.happens(settled(o, audience)));
        }
    }

    private Obligation clock(Audience audience) {
        Cell cell = audience.owed().orElseThrow();
        return Obligation.open(
                ObligationRules.turnAfter(
                        incident().obligations().latest(AudienceRow.clock(audience.role())),
                        AudienceRow.clock(audience.role())),
                "Tell " + audience.title(),
                Role.COMMANDER,
                moment.policy().digest().map(Digest::calendar).orElse(ELAPSED),
                incident().declaredAt(),
                cell.due(),
                Optional.empty(),
                AudienceRow.rungs(cell, incident(), moment.policy()));
    }

    private void moveIfDifferent(Obligation open, Cell cell) {
        if (open.due().equals(cell.due())) {
            return;
        }
        unfolding.happens(
                new IncidentEvent.ObligationMoved(
                        open.id(),
                        open.title(),
                        open.due(),
                        open.anchor(),
                        cell.due(),
                        Optional.empty(),
                        AudienceRow.rungs(cell, incident(), moment.policy()),
                        "the severity is now " + incident().severity()));
    }

    private IncidentEvent settled(Obligation open, Audience audience) {
        Optional<Instant> told = audience.told().map(Audience.Word::at);
        if (told.isPresent()) {
            return new IncidentEvent.ObligationMet(
                    open.id(), open.title(), open.due(), told.get().isAfter(open.due()));
        }
        return new IncidentEvent.ObligationDropped(open.id(), open.title(), why(audience));
    }

    private String why(Audience audience) {
        if (incident().status() == Status.DISMISSED) {
            return "dismissed";
        }
        return audience.ruledOut().isPresent()
                ? "not applicable"
                : "no longer owed at " + incident().severity();
    }

    private Incident incident() {
        return unfolding.incident();
    }

    private Audiences audiences() {
        return incident().dossier().audiences();
    }
}
