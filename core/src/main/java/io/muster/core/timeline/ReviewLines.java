package io.muster.core.timeline;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.approval.Draft;
import io.muster.core.incident.ReviewEvent;

/** How the way of a post-mortem reads in the timeline. */
final class ReviewLines {
    private ReviewLines() {}

    static Phrase what(ReviewEvent event) {
        return switch (event) {
            case ReviewEvent.ReviewDrafted e ->
                    Phrase.of(e.title() + " begun" + (e.owed() ? ", as the policy asks" : ""));
            case ReviewEvent.ReviewSectionWritten e ->
                    Phrase.of(
                            "Post-mortem: "
                                    + e.title()
                                    + (e.revision() == 1 ? " written" : " rewritten"));
            case ReviewEvent.ReviewSubmitted e ->
                    Phrase.of("Post-mortem submitted for approval" + despite(e.wordings()));
            case ReviewEvent.ReviewSentBack e ->
                    because(
                            e.wasApproved()
                                    ? "Approved post-mortem sent back"
                                    : "Post-mortem sent back",
                            e.reason());
            case ReviewEvent.ReviewApproved e ->
                    because(e.title() + " approved" + despite(e.wordings()), e.comment());
            case ReviewEvent.ReviewOutdated e ->
                    Phrase.of("The post-mortem has to be gone through again: " + e.why());
            case ReviewEvent.ReviewShared e -> Phrase.of(e.title() + " shared inside");
            case ReviewEvent.ReviewPresented e ->
                    because(Phrase.of(e.title() + ": done ").at(e.when()), e.how());
            case ReviewEvent.PublicationAsked e ->
                    because("Asked to publish the post-mortem outside", e.why());
            case ReviewEvent.ReviewPublished e ->
                    because(
                            Phrase.of(
                                            e.exercise()
                                                    ? "Publishing the post-mortem was exercised as "
                                                    : "Post-mortem published as ")
                                    .say(Draft.label(e.draft()) + ", ")
                                    .at(e.sentAt()),
                            e.proof());
        };
    }

    private static String despite(int wordings) {
        return wordings == 0
                ? ""
                : ", " + Spoken.count(wordings, "wording") + " meant that may sound like blame";
    }

    private static Phrase because(String what, FreeText reason) {
        return because(Phrase.of(what), reason);
    }

    private static Phrase because(Phrase what, FreeText reason) {
        return reason.isBlank() ? what : what.say(": ").quote(reason);
    }
}
