package io.muster.core.drill;

import io.muster.core.FreeText;

import java.time.Duration;
import java.util.Objects;

/**
 * News that the facilitator throws in, to see what people make of it.
 *
 * @param after so long after the drill began, on the wall clock: the pace of the drill does not
 *     change it
 */
public record Inject(Duration after, FreeText text) {
    public Inject {
        Objects.requireNonNull(after);
        Objects.requireNonNull(text);
    }
}
