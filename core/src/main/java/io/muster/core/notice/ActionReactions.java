package io.muster.core.notice;

import io.muster.core.incident.ActionEvent;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;

import java.util.List;

/** Who hears of it. */
final class ActionReactions {
    private ActionReactions() {}

    static List<Effect> to(ActionEvent event, Happened happened, Incident after) {
        return List.of();
    }
}
