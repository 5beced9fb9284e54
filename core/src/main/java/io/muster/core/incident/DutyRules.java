package io.muster.core.incident;

/** Duties to notify: owed, decided, done. */
final class DutyRules {
    private DutyRules() {}

    static Decision decide(Incident incident, DutyCommand command, Moment moment) {
        return Decision.refuse("");
    }
}
