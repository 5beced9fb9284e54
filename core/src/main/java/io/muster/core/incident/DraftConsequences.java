package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Request;
import io.muster.core.calendar.CalendarName;
import io.muster.core.drill.Exercise;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Role;
import io.muster.core.policy.Target;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reviewers are reminded, and when one is gone, whoever holds the role now is asked. */
final class DraftConsequences {
    private final Unfolding unfolding;
    private final int number;

    private DraftConsequences(Unfolding unfolding, int number) {
        this.unfolding = unfolding;
        this.number = number;
    }

    static void follow(Unfolding unfolding) {
        for (Draft draft : unfolding.incident().dossier().drafts().all()) {
            new DraftConsequences(unfolding, draft.number()).follow();
        }
    }

    /** Whether the draft of this number has this purpose. */
    static boolean isFor(String purpose, int number, Incident incident) {
        return incident.dossier()
                .drafts()
                .find(number)
                .filter(draft -> draft.purpose().equals(purpose))
                .isPresent();
    }

    private void follow() {
        boolean passedOn = false;
        for (Request request : draft().pending()) {
            passedOn |= passOn(request);
        }
        settle();
        if (passedOn) {
            startAgain();
        }
        open();
    }

    /** Whoever was asked and still can answer is left in peace, even if another is on duty now. */
    private boolean passOn(Request request) {
        Moment moment = unfolding.moment();
        PersonId author = draft().current().author();
        boolean canAnswer =
                request.person()
                        .filter(p -> !p.equals(author))
                        .filter(p ->
                                AccessRules.holds(unfolding.incident(), p, request.role(), moment))
                        .isPresent();
        Optional<PersonId> next =
                Reviewers.holder(request.role(), author, unfolding.incident(), moment);
        if (canAnswer || next.equals(request.person())) {
            return false;
        }
        unfolding.happens(
                new DraftEvent.DraftReviewPassedOn(
                        number, request.role(), request.title(), request.person(), next));
        return true;
    }

    private void settle() {
        Optional<Obligation> open = promise();
        if (open.isEmpty()) {
            return;
        }
        Obligation promise = open.get();
        Draft draft = draft();
        switch (draft.stage()) {
            case IN_REVIEW -> {
                if (draft.submitted().filter(promise.anchor()::isBefore).isPresent()) {
                    drop(promise, "the text was changed");
                }
            }
            case WRITTEN -> drop(promise, "the text was changed");
            case WITHDRAWN -> drop(promise, "withdrawn");
            case CHANGES_ASKED, APPROVED, RELEASED, SENT ->
                    unfolding.happens(
                            new IncidentEvent.ObligationMet(
                                    promise.id(),
                                    promise.title(),
                                    promise.due(),
                                    unfolding.moment().now().isAfter(promise.due())));
        }
    }

    private void drop(Obligation promise, String why) {
        unfolding.happens(new IncidentEvent.ObligationDropped(promise.id(), promise.title(), why));
    }

    /** Whoever is asked only now gets the whole time. */
    private void startAgain() {
        Optional<Obligation> promise = promise();
        Optional<Duration> within = within();
        if (promise.isEmpty() || within.isEmpty()) {
            return;
        }
        Instant now = unfolding.moment().now();
        Instant due = now.plus(within.get());
        unfolding.happens(
                new IncidentEvent.ObligationMoved(
                        promise.get().id(),
                        promise.get().title(),
                        promise.get().due(),
                        now,
                        due,
                        Optional.empty(),
                        rungs(due, within.get()),
                        "somebody else is asked"));
    }

    private void open() {
        Optional<Duration> within = within();
        List<Request> pending = draft().pending();
        if (within.isEmpty() || pending.isEmpty() || promise().isPresent()) {
            return;
        }
        Instant now = unfolding.moment().now();
        Instant due = now.plus(within.get());
        unfolding.happens(
                new IncidentEvent.ObligationOpened(
                        Obligation.open(
                                ObligationRules.turnAfter(
                                        unfolding.incident().obligations().latest(draft().clock()),
                                        draft().clock()),
                                "Review of " + draft().label() + ", " + draft().title(),
                                pending.getFirst().role(),
                                calendar(),
                                now,
                                due,
                                Optional.empty(),
                                rungs(due, within.get()))));
    }

    /** In a drill time may run faster. */
    private Optional<Duration> within() {
        Instant now = unfolding.moment().now();
        Exercise exercise = unfolding.incident().dossier().exercise();
        return unfolding
                .moment()
                .policy()
                .approvals()
                .within()
                .map(usual -> Duration.between(now, exercise.hastened(now, now.plus(usual))));
    }

    /** First whoever was asked, then whoever leads, again and again. */
    private List<Rung> rungs(Instant due, Duration within) {
        List<Target> asked =
                draft().pending().stream()
                        .map(r -> Reviewers.target(r, unfolding.incident(), unfolding.moment()))
                        .distinct()
                        .toList();
        Target commander = Target.onDuty(Role.COMMANDER);
        List<Target> all = Stream.concat(Stream.of(commander), asked.stream()).distinct().toList();
        return List.of(
                new Rung(due, asked, Optional.empty()),
                new Rung(due.plus(within), all, Optional.of(within)));
    }

    /** Reviews take plain hours; a promise names a calendar all the same. */
    private CalendarName calendar() {
        return unfolding
                .moment()
                .policy()
                .clock(ClockRule.STABILITY)
                .map(ClockRule::calendar)
                .orElse(new CalendarName(""));
    }

    private Optional<Obligation> promise() {
        return unfolding.incident().obligations().open(draft().clock());
    }

    private Draft draft() {
        return unfolding.incident().dossier().drafts().find(number).orElseThrow();
    }
}
