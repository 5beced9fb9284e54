package io.muster.core.incident;

/** Who is told of the incident by the escalation matrix. */
final class AudienceRules {
    private AudienceRules() {}

    static Decision decide(Incident incident, AudienceCommand command, Moment moment) {
        return Decision.refuse("");
    }
}
