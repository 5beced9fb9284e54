package io.muster.core.notice;

import io.muster.core.incident.AudienceEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;

import java.util.List;

/** Who hears of it. */
final class AudienceReactions {
    private AudienceReactions() {}

    static List<Effect> to(AudienceEvent event, Happened happened, Incident after) {
        return List.of();
    }
}
