package io.muster.core.policy;

import java.util.Objects;

/** The short name of a severity, as people type it: {@code P0}. */
public record SeverityName(String value) {
    public SeverityName {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
