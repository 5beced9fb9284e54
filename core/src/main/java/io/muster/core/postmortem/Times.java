package io.muster.core.postmortem;

import io.muster.core.fact.TimeName;
import io.muster.core.incident.Incident;
import io.muster.core.policy.Milestone;

import java.time.Instant;
import java.util.Optional;

/**
 * When things were, as far as it is known: what a person established goes before what the record
 * noted at the time.
 */
final class Times {
    private final Incident incident;

    Times(Incident incident) {
        this.incident = incident;
    }

    Optional<Instant> occurred() {
        return claimed(TimeName.OCCURRED);
    }

    /** When something or somebody first noticed; the declaration at the latest. */
    Instant detected() {
        return claimed(TimeName.DETECTED)
                .or(() -> incident.header().detectedAt())
                .orElse(incident.declaredAt());
    }

    Optional<Instant> of(Milestone milestone) {
        return claim(milestone)
                .flatMap(this::claimed)
                .or(() -> incident.milestones().at(milestone));
    }

    /** Whether a person said so and the record did not see it itself. */
    boolean isClaimed(Milestone milestone) {
        return claim(milestone).flatMap(this::claimed).isPresent();
    }

    private Optional<Instant> claimed(TimeName name) {
        return incident.dossier().facts().time(name);
    }

    private static Optional<TimeName> claim(Milestone milestone) {
        return switch (milestone) {
            case DECLARED, ACKNOWLEDGED -> Optional.empty();
            case CONFIRMED -> Optional.of(TimeName.CONFIRMED);
            case CONTAINED -> Optional.of(TimeName.CONTAINED);
            case RESTORED -> Optional.of(TimeName.RESTORED);
            case RESOLVED -> Optional.of(TimeName.RESOLVED);
            case CLOSED -> Optional.of(TimeName.CLOSED);
        };
    }
}
