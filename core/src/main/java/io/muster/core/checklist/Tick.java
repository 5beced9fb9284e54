package io.muster.core.checklist;

import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Objects;

/**
 * A checklist item that is done.
 *
 * @param byItself the record showed it, nobody had to click
 */
public record Tick(Actor by, Instant at, boolean byItself) {
    public Tick {
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }
}
