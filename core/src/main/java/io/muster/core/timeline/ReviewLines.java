package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.ReviewEvent;

/** How it reads in the timeline. */
final class ReviewLines {
    private ReviewLines() {}

    static Phrase what(ReviewEvent event) {
        return Phrase.EMPTY;
    }
}
