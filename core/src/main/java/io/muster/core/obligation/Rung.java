package io.muster.core.obligation;

import io.muster.core.policy.Target;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of a promise's ladder, resolved to an instant when the promise was made.
 *
 * @param tell whom to tell then
 * @param every how often it repeats until the promise is kept; only the last rung may
 */
public record Rung(Instant at, List<Target> tell, Optional<Duration> every) {
    public Rung {
        Objects.requireNonNull(at);
        tell = List.copyOf(tell);
    }
}
