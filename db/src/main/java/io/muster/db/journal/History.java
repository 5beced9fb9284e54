package io.muster.db.journal;

import io.muster.core.incident.Incident;
import java.util.Objects;

/**
 * An incident as its journal tells it, while its row is locked.
 *
 * @param seq the number of the newest entry
 * @param head the hash of the newest entry
 */
public record History(Incident incident, int seq, Hash head) {
    public History {
        Objects.requireNonNull(incident);
        Objects.requireNonNull(head);
    }
}
