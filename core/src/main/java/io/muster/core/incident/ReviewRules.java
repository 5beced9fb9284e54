package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.policy.Hearing;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.Reviewing;
import io.muster.core.review.Review;
import io.muster.core.review.WrittenSection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may write what into the post-mortem, and what follows once it is approved. */
final class ReviewRules {
    private ReviewRules() {}

    static Decision decide(Incident incident, ReviewCommand command, Moment moment) {
        Optional<Reviewing> reviewing = moment.policy().reviewing();
        if (reviewing.isEmpty()) {
            return Decision.refuse(
                    "The policy of this incident has no post-mortem. Keep what you learnt with"
                            + " /incident note, or add a review section to the policy.");
        }
        if (incident.status() == Status.DISMISSED) {
            return LifecycleRules.over(incident);
        }
        return decide(incident, command, reviewing.get(), moment);
    }

    private static Decision decide(
            Incident incident, ReviewCommand command, Reviewing reviewing, Moment moment) {
        return switch (command) {
            case ReviewCommand.BeginReview ignored -> begin(incident, reviewing);
            case ReviewCommand.WriteSection c -> write(incident, c, reviewing, moment);
            case ReviewCommand.SubmitReview c ->
                    ReviewApprovals.submit(incident, c, reviewing, moment);
            case ReviewCommand.SendBackReview c -> sendBack(incident, c);
            case ReviewCommand.ApproveReview c ->
                    ReviewApprovals.approve(incident, c, reviewing, moment);
            case ReviewCommand.PresentReview c -> present(incident, c, reviewing, moment);
            case ReviewCommand.AskPublication c -> publish(incident, c, moment);
        };
    }

    private static Decision begin(Incident incident, Reviewing reviewing) {
        if (incident.dossier().review().begun()) {
            return Decision.refuse(
                    Phrase.of("It is begun already: ").code("/incident postmortem").say("."));
        }
        return Decision.accept(
                new ReviewEvent.ReviewDrafted(
                        reviewing.title(), ReviewConsequences.covers(reviewing, incident)));
    }

    private static Decision write(
            Incident incident, ReviewCommand.WriteSection c, Reviewing reviewing, Moment moment) {
        Review review = incident.dossier().review();
        Optional<ReviewSection> section = reviewing.section(c.section());
        if (section.isEmpty()) {
            return Decision.refuse("The template has no section \"" + c.section() + "\".");
        }
        if (section.get().generated().isPresent()) {
            return Decision.refuse(
                    section.get().title()
                            + " is written by the record. What is missing there: /incident note.");
        }
        if (c.text().isBlank()) {
            return Decision.refuse("Write something, even if it is that there was nothing.");
        }
        Optional<Decision> closed = closedToWriters(review);
        if (closed.isPresent()) {
            return closed.get();
        }
        Optional<WrittenSection> now = review.section(c.section());
        if (now.map(WrittenSection::text).filter(c.text()::equals).isPresent()) {
            return Decision.refuse("It says so already.");
        }
        if (review.revisionOf(c.section()) != c.revision()) {
            return writtenMeanwhile(section.get(), now, moment);
        }
        List<IncidentEvent> events = new ArrayList<>();
        if (!review.begun()) {
            events.add(
                    new ReviewEvent.ReviewDrafted(
                            reviewing.title(), ReviewConsequences.covers(reviewing, incident)));
        }
        events.add(
                new ReviewEvent.ReviewSectionWritten(
                        c.section(), section.get().title(), c.text(), c.revision() + 1));
        return new Decision.Accepted(events);
    }

    private static Optional<Decision> closedToWriters(Review review) {
        return switch (review.stage()) {
            case NONE, WRITING -> Optional.empty();
            case SUBMITTED ->
                    Optional.of(
                            Decision.refuse(
                                    "It waits for approval, so its words stand still. Send it back"
                                            + " first if it has to change."));
            case APPROVED ->
                    Optional.of(
                            Decision.refuse(
                                    "It is approved. To change it, send it back with a reason; it"
                                            + " is then approved anew."));
        };
    }

    private static Decision writtenMeanwhile(
            ReviewSection section, Optional<WrittenSection> now, Moment moment) {
        Phrase phrase = Phrase.of("While you were writing, ");
        Phrase who =
                now.flatMap(w -> w.by().person()).map(phrase::who).orElse(phrase.say("Muster"));
        String ago =
                now.map(w -> Spoken.length(Duration.between(w.at(), moment.now())) + " ago")
                        .orElse("meanwhile");
        return Decision.refuse(
                who.say(
                        " saved "
                                + section.title()
                                + " ("
                                + ago
                                + "). Both texts are kept: bring them together and save again."));
    }

    private static Decision sendBack(Incident incident, ReviewCommand.SendBackReview c) {
        Review review = incident.dossier().review();
        if (review.stage() == Review.Stage.NONE || review.stage() == Review.Stage.WRITING) {
            return Decision.refuse("It is with those who write it already.");
        }
        if (c.reason().isBlank()) {
            return Decision.refuse("Say what has to change, so that they know where to begin.");
        }
        return Decision.accept(new ReviewEvent.ReviewSentBack(c.reason(), review.approved()));
    }

    private static Decision present(
            Incident incident, ReviewCommand.PresentReview c, Reviewing reviewing, Moment moment) {
        Review review = incident.dossier().review();
        Optional<Hearing> hearing =
                reviewing.hearings(incident.severity()).stream()
                        .filter(h -> h.name().equals(c.hearing()))
                        .findFirst();
        if (hearing.isEmpty()) {
            return Decision.refuse("That is not owed at " + incident.severity() + ".");
        }
        if (!review.approved()) {
            return notApproved();
        }
        Optional<Review.Presentation> before = review.presentation(c.hearing());
        if (before.isPresent()) {
            return Decision.refuse(
                    Phrase.of("That is in the record already: ").at(before.get().when()).say("."));
        }
        if (c.when().isAfter(moment.now())) {
            return Decision.refuse("That is in the future. Record it when it has taken place.");
        }
        return Decision.accept(
                new ReviewEvent.ReviewPresented(
                        c.hearing(), hearing.get().title(), c.when(), c.how()));
    }

    private static Decision publish(
            Incident incident, ReviewCommand.AskPublication c, Moment moment) {
        Review review = incident.dossier().review();
        if (!review.approved()) {
            return notApproved();
        }
        if (review.publication().isPresent()) {
            String ago =
                    Spoken.length(Duration.between(review.publication().get().at(), moment.now()));
            Phrase asked = Phrase.of("That was asked for " + ago + " ago");
            Optional<PersonId> by = review.publication().get().by().person();
            return Decision.refuse(by.map(p -> asked.say(" by ").who(p)).orElse(asked).say("."));
        }
        return Decision.accept(new ReviewEvent.PublicationAsked(c.why()));
    }

    static Decision notApproved() {
        return Decision.refuse("It has to be approved first.");
    }
}
