package io.muster.core.incident;

/** When a drill is over nothing more is thrown in. */
final class DrillConsequences {
    private DrillConsequences() {}

    static void follow(Unfolding unfolding) {
        Incident incident = unfolding.incident();
        if (incident.header().drill() && incident.status().isOver()) {
            unfolding.happens(DrillRules.leftOver(incident));
        }
    }
}
