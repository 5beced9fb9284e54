package io.muster.core.notice;

import io.muster.core.incident.EvidenceEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;

import java.util.List;

/** Who hears of it. */
final class EvidenceReactions {
    private EvidenceReactions() {}

    static List<Effect> to(EvidenceEvent event, Happened happened, Incident after) {
        return List.of();
    }
}
