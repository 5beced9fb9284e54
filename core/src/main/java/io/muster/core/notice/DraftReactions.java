package io.muster.core.notice;

import io.muster.core.incident.DraftEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;

import java.util.List;

/** Who hears of it. */
final class DraftReactions {
    private DraftReactions() {}

    static List<Effect> to(DraftEvent event, Happened happened, Incident after) {
        return List.of();
    }
}
