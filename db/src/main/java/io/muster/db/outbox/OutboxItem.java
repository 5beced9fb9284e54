package io.muster.db.outbox;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An effect that has been claimed for carrying out.
 *
 * @param id the row, which every message carries so that it can be recognised
 * @param attempts how often it has been tried, this time included
 * @param doubtful an earlier attempt may have succeeded without our hearing of it
 * @param firstAttempt when it was first tried; before that it cannot have happened
 * @param lostAt since when it has been doubtful
 * @param lease proves that the row is still ours when the outcome is written
 */
public record OutboxItem(
        long id,
        IncidentId incident,
        Effect effect,
        int attempts,
        boolean doubtful,
        Instant firstAttempt,
        Optional<Instant> lostAt,
        UUID lease) {
    public OutboxItem {
        Objects.requireNonNull(effect);
        Objects.requireNonNull(lease);
    }
}
