package io.muster.core.incident;

/** What is done so that it does not happen again. */
final class ActionRules {
    private ActionRules() {}

    static Decision decide(Incident incident, ActionCommand command, Moment moment) {
        return Decision.refuse("");
    }
}
