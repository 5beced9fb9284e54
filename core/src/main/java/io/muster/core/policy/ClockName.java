package io.muster.core.policy;

import java.util.Objects;

/** The name of a clock rule, unique within its policy: {@code acknowledgment}. */
public record ClockName(String value) {
    public ClockName {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
