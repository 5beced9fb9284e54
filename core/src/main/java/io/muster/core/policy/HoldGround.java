package io.muster.core.policy;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A ground on which a law lets a notice wait.
 *
 * @param text the ground as it is shown, with the place in the law
 * @param longest how long it may wait at most, all holds on this ground together, counted from when
 *     the first of them was recorded
 */
public record HoldGround(String name, String text, Optional<Duration> longest) {
    public HoldGround {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }
}
