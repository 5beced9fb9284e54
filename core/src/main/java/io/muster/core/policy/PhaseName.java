package io.muster.core.policy;

import java.util.Objects;

/** The name of a phase, as people type it: {@code containment}. */
public record PhaseName(String value) {
    public PhaseName {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
