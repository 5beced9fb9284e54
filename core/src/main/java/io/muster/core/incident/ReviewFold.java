package io.muster.core.incident;

import io.muster.core.review.Review;
import io.muster.core.review.WrittenSection;

/** How far the post-mortem is after it. */
final class ReviewFold {
    private ReviewFold() {}

    static Review after(Review before, ReviewEvent event, Happened happened) {
        return switch (event) {
            case ReviewEvent.ReviewDrafted ignored -> before.drafted();
            case ReviewEvent.ReviewSectionWritten e ->
                    before.with(
                            new WrittenSection(
                                    e.section(),
                                    e.text(),
                                    happened.by(),
                                    happened.at(),
                                    e.revision()));
            case ReviewEvent.ReviewSubmitted e ->
                    before.with(new Review.Submission(happened.by(), happened.at(), e.revision()));
            case ReviewEvent.ReviewSentBack ignored -> before.returned();
            case ReviewEvent.ReviewApproved e ->
                    before.with(new Review.Approval(happened.by(), happened.at(), e.revision()));
            case ReviewEvent.ReviewOutdated ignored -> before.returned();
            case ReviewEvent.ReviewShared ignored -> before.sharedInside();
            case ReviewEvent.ReviewPresented e ->
                    before.with(new Review.Presentation(e.hearing(), e.when(), happened.by()));
            case ReviewEvent.PublicationAsked ignored ->
                    before.publicationAsked(happened.by(), happened.at());
            case ReviewEvent.ReviewPublished e ->
                    before.published(
                            new Review.Publication(e.draft(), e.sentAt(), e.proof(), e.exercise()));
        };
    }
}
