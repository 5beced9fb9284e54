package io.muster.core.policy;

import java.util.Objects;
import java.util.Optional;

/**
 * One line of a phase's checklist.
 *
 * @param required the phase cannot be finished while it is open, unless the override is recorded
 * @param tickedBy an event of the incident that does this by itself, so that nobody has to tick
 *     what the record already shows
 */
public record Item(
        ItemName name, String text, Scope scope, boolean required, Optional<AutoTick> tickedBy) {
    public Item {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }
}
