package io.muster.core.incident;

import io.muster.core.drill.Exercise;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Hearing;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Purpose;
import io.muster.core.policy.Reviewing;
import io.muster.core.review.Review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The post-mortem is drafted when it is owed, chased until it is approved, and owed again when the
 * incident comes back; once approved it is shared, and chased until everyone has heard it who must.
 */
final class ReviewConsequences {
    private final Unfolding unfolding;
    private final Reviewing reviewing;

    private ReviewConsequences(Unfolding unfolding, Reviewing reviewing) {
        this.unfolding = unfolding;
        this.reviewing = reviewing;
    }

    static void follow(Unfolding unfolding) {
        unfolding
                .moment()
                .policy()
                .reviewing()
                .ifPresent(reviewing -> new ReviewConsequences(unfolding, reviewing).follow());
    }

    private void follow() {
        outdate();
        Optional<Instant> anchor = incident().milestones().at(reviewing.from());
        if (owed() && anchor.isPresent()) {
            draft();
            promise(countedFrom(anchor.get()));
        } else {
            DossierPromise.dropped(unfolding, Reviewing.CLOCK, whyNotOwed());
        }
        share();
        publish();
        reviewing.hearings().forEach(this::hearing);
    }

    /** What was approved before it came back does not tell how it came back. */
    private void outdate() {
        boolean cameBack =
                unfolding.events().stream().anyMatch(IncidentEvent.Reopened.class::isInstance);
        Review.Stage stage = review().stage();
        if (cameBack && (stage == Review.Stage.SUBMITTED || stage == Review.Stage.APPROVED)) {
            unfolding.happens(new ReviewEvent.ReviewOutdated("the incident came back"));
        }
    }

    private void draft() {
        if (!review().begun()) {
            unfolding.happens(new ReviewEvent.ReviewDrafted(reviewing.title(), true));
        }
    }

    /**
     * What was kept in time and is sent back afterwards is a new promise, which counts from then:
     * nobody is late at once for an approval that was there.
     */
    private Instant countedFrom(Instant milestone) {
        Optional<Obligation> latest =
                incident()
                        .obligations()
                        .latest(Reviewing.CLOCK)
                        .filter(o -> !o.anchor().isBefore(milestone));
        boolean anew = latest.filter(o -> o.state() == Obligation.State.MET).isPresent();
        return anew ? unfolding.moment().now() : latest.map(Obligation::anchor).orElse(milestone);
    }

    private void promise(Instant anchor) {
        boolean neverPromised = incident().obligations().latest(Reviewing.CLOCK).isEmpty();
        Optional<Instant> due =
                unfolding
                        .moment()
                        .policy()
                        .calendar(reviewing.calendar())
                        .due(anchor, reviewing.within())
                        .map(at -> exercise().hastened(anchor, at));
        if (due.isPresent() && (!review().approved() || neverPromised)) {
            new DossierPromise(
                            Reviewing.CLOCK,
                            reviewing.title(),
                            reviewing.owner(),
                            reviewing.calendar(),
                            anchor,
                            due.get(),
                            exercise().hastened(reviewing.ladder()))
                    .owed(unfolding, "it is counted from another moment");
        }
        if (review().approved()) {
            DossierPromise.kept(unfolding, Reviewing.CLOCK);
        }
    }

    private void share() {
        boolean justApproved =
                unfolding.events().stream().anyMatch(ReviewEvent.ReviewApproved.class::isInstance);
        if (justApproved && !review().shared() && !incident().header().isPrivate()) {
            unfolding.happens(new ReviewEvent.ReviewShared(reviewing.title()));
        }
    }

    /** What was published stands with the post-mortem that it is of. */
    private void publish() {
        for (IncidentEvent event : List.copyOf(unfolding.events())) {
            if (event instanceof DraftEvent.DraftSent e && review().begun() && isPublication(e)) {
                unfolding.happens(
                        new ReviewEvent.ReviewPublished(
                                e.number(), e.hash(), e.sentAt(), e.proof(), e.exercise()));
            }
        }
    }

    private boolean isPublication(DraftEvent.DraftSent e) {
        return incident()
                .dossier()
                .drafts()
                .find(e.number())
                .filter(draft -> draft.purpose().equals(Purpose.PUBLICATION))
                .isPresent();
    }

    private void hearing(Hearing hearing) {
        Optional<Review.Approval> approval = review().approval();
        boolean covered =
                hearing.severities().contains(incident().severity())
                        && covers(reviewing, incident());
        if (approval.isEmpty() || !covered) {
            DossierPromise.dropped(
                    unfolding,
                    hearing.clock(),
                    covered ? "it is not approved any more" : notCovered());
            return;
        }
        if (review().presentation(hearing.name()).isPresent()) {
            DossierPromise.kept(unfolding, hearing.clock());
            return;
        }
        Instant anchor = approval.get().at();
        unfolding
                .moment()
                .policy()
                .calendar(reviewing.calendar())
                .due(anchor, hearing.within())
                .map(at -> exercise().hastened(anchor, at))
                .ifPresent(due ->
                        new DossierPromise(
                                        hearing.clock(),
                                        hearing.title(),
                                        reviewing.owner(),
                                        reviewing.calendar(),
                                        anchor,
                                        due,
                                        exercise().hastened(hearing.ladder()))
                                .owed(unfolding, "it was approved anew"));
    }

    private boolean owed() {
        return incident().status() != Status.DISMISSED && covers(reviewing, incident());
    }

    /** Whether this incident owes one: a drill has a report of its own instead. */
    static boolean covers(Reviewing reviewing, Incident incident) {
        return reviewing.covers(incident.severity(), incident.header().drill());
    }

    private String whyNotOwed() {
        if (incident().status() == Status.DISMISSED) {
            return "dismissed";
        }
        return covers(reviewing, incident())
                ? "the incident is not " + word(reviewing.from()) + " any more"
                : notCovered();
    }

    private String notCovered() {
        return incident().header().drill() && !reviewing.drills()
                ? "a drill has its report instead"
                : "not owed at " + incident().severity();
    }

    /** In a drill time may run faster. */
    private Exercise exercise() {
        return incident().dossier().exercise();
    }

    private static String word(Milestone milestone) {
        return milestone.word();
    }

    private Incident incident() {
        return unfolding.incident();
    }

    private Review review() {
        return incident().dossier().review();
    }
}
