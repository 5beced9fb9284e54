package io.muster.core.incident;

import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.policy.Purpose;
import io.muster.core.review.Review;

import java.util.Optional;

/**
 * What is published of a post-mortem leaves the building only while the post-mortem stands:
 * approved, and asked for. It may be written and read before.
 */
final class PublicVersion {
    private PublicVersion() {}

    /** Why these words may not leave; empty if they may, or are not of the post-mortem. */
    static Optional<Decision> mayNotLeave(Draft draft, Incident incident, Moment moment) {
        boolean concerned =
                draft.purpose().equals(Purpose.PUBLICATION)
                        && moment.policy().reviewing().isPresent();
        Review review = incident.dossier().review();
        if (!concerned || (review.approved() && review.publication().isPresent())) {
            return Optional.empty();
        }
        Phrase why =
                review.approved()
                        ? Phrase.of("Nobody has asked to publish the post-mortem")
                        : Phrase.of("The post-mortem is not approved");
        Phrase words =
                why.say(", so " + draft.label() + " stays inside. ")
                        .say(review.approved() ? "Ask for it first: " : "That comes first: ")
                        .code("/incident postmortem")
                        .say(".");
        return Optional.of(
                Decision.refuse(
                        draft.stage() == Stage.RELEASED
                                ? words.say(" If it went out all the same, say so with ")
                                        .code("/incident note")
                                        .say(".")
                                : words));
    }
}
