package io.muster.core.incident;

import io.muster.core.fact.TimeName;
import io.muster.core.policy.Milestone;

import java.time.Instant;
import java.util.Optional;

/**
 * The instants in the life of an incident: what the record shows, and what people say it really
 * was. Neither replaces the other.
 */
public final class Times {
    private Times() {}

    /** When the record has it, whatever anybody says. */
    public static Optional<Instant> recorded(Incident incident, TimeName name) {
        return switch (name) {
            case OCCURRED -> Optional.empty();
            case DETECTED -> incident.header().detectedAt();
            case AWARE -> Optional.empty();
            case CONFIRMED -> incident.milestones().at(Milestone.CONFIRMED);
            case CONTAINED -> incident.milestones().at(Milestone.CONTAINED);
            case RESTORED -> incident.milestones().at(Milestone.RESTORED);
            case RESOLVED -> incident.milestones().at(Milestone.RESOLVED);
            case CLOSED -> incident.milestones().at(Milestone.CLOSED);
        };
    }

    /** When it really was, as far as is known: the last claim, or else what the record shows. */
    public static Optional<Instant> known(Incident incident, TimeName name) {
        return incident.dossier().facts().time(name).or(() -> recorded(incident, name));
    }
}
