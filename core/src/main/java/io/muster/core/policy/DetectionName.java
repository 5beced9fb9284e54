package io.muster.core.policy;

import java.util.Objects;

/** The name of a way in which incidents come to light: {@code health-check}. */
public record DetectionName(String value) {
    public DetectionName {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
