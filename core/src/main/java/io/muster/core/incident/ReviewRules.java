package io.muster.core.incident;

/** The post-mortem. */
final class ReviewRules {
    private ReviewRules() {}

    static Decision decide(Incident incident, ReviewCommand command, Moment moment) {
        return Decision.refuse("");
    }
}
