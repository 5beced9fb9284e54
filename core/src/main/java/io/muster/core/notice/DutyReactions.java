package io.muster.core.notice;

import io.muster.core.incident.DutyEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;

import java.util.List;

/** Who hears of it. */
final class DutyReactions {
    private DutyReactions() {}

    static List<Effect> to(DutyEvent event, Happened happened, Incident after) {
        return List.of();
    }
}
