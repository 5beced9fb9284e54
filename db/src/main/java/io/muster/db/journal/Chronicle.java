package io.muster.db.journal;

import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;

import java.util.List;
import java.util.Objects;

/**
 * An incident with everything that happened to it, read as one.
 *
 * @param story every entry, oldest first: its size is the number of the newest
 * @param head the hash of the newest entry, reckoned from what is stored: whoever keeps it can show
 *     later that nothing up to there was changed
 */
public record Chronicle(Incident incident, List<Happened> story, Hash head) {
    public Chronicle {
        Objects.requireNonNull(incident);
        Objects.requireNonNull(head);
        story = List.copyOf(story);
    }
}
