package io.muster.core.incident;

import io.muster.core.policy.Milestone;
import io.muster.core.reach.Matter;
import io.muster.core.reach.Reach;

import java.time.Instant;

/** What was ordered, and is needed no more because people were quicker. */
public final class Needless {
    private Needless() {}

    /**
     * Whether this calls somebody whom the chat called too, and who need not hear it any more: the
     * incident was acknowledged since, or is over, or they said themselves that they have seen it.
     */
    public static boolean page(Reach reach, Incident incident) {
        if (reach.matter() != Matter.PAGE || reach.to().person().isEmpty()) {
            return false;
        }
        return !incident.status().isActive()
                || acknowledgedSince(reach.ordered(), incident)
                || incident.dossier()
                        .audiences()
                        .wasSeenSince(reach.ordered(), reach.to().person().get());
    }

    private static boolean acknowledgedSince(Instant ordered, Incident incident) {
        return incident.status() != Status.REPORTED
                && incident.milestones()
                        .at(Milestone.ACKNOWLEDGED)
                        .filter(at -> !at.isBefore(ordered))
                        .isPresent();
    }
}
