package io.muster.core.incident;

import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Optional;

/** A phase of one incident: begun by whom and when, and ended, if it has been. */
public record Workstream(Actor startedBy, Instant startedAt, Optional<Instant> finishedAt) {
    /** Whether work goes on. */
    public boolean isRunning() {
        return finishedAt.isEmpty();
    }

    Workstream finished(Instant at) {
        return new Workstream(startedBy, startedAt, Optional.of(at));
    }
}
