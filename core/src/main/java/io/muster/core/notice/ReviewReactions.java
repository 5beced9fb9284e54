package io.muster.core.notice;

import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.ReviewEvent;

import java.util.List;

/** Who hears of it. */
final class ReviewReactions {
    private ReviewReactions() {}

    static List<Effect> to(ReviewEvent event, Happened happened, Incident after) {
        return List.of();
    }
}
