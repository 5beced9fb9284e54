package io.muster.core.incident;

import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Objects;

/**
 * An event with who did it and when it was recorded.
 *
 * @param at the database's clock
 */
public record Happened(IncidentEvent event, Actor by, Instant at) {
    public Happened {
        Objects.requireNonNull(event);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }
}
