package io.muster.db.journal;

import io.muster.core.incident.Incident;

import java.time.Instant;
import java.util.Objects;

/**
 * An incident as its journal tells it, while its row is locked.
 *
 * @param seq the number of the newest entry
 * @param head the hash of the newest entry
 * @param newest when the newest entry was recorded; nothing that follows may be recorded earlier
 */
public record History(Incident incident, int seq, Hash head, Instant newest) {
    public History {
        Objects.requireNonNull(incident);
        Objects.requireNonNull(head);
        Objects.requireNonNull(newest);
    }
}
