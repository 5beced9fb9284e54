package io.muster.core.statuspage;

import java.util.Objects;

/**
 * A component that does not do well.
 *
 * @param component as the team file calls it, and the public reads it
 */
public record Affected(String component, ComponentState state) {
    public Affected {
        Objects.requireNonNull(component);
        Objects.requireNonNull(state);
    }
}
