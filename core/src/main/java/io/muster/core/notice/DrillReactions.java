package io.muster.core.notice;

import io.muster.core.incident.DrillEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;

import java.util.List;

/** Who hears of it. */
final class DrillReactions {
    private DrillReactions() {}

    static List<Effect> to(DrillEvent event, Happened happened, Incident after) {
        return List.of();
    }
}
