package io.muster.core.incident;

/** What belongs to a drill alone. */
final class DrillRules {
    private DrillRules() {}

    static Decision decide(Incident incident, DrillCommand command, Moment moment) {
        return Decision.refuse("");
    }
}
