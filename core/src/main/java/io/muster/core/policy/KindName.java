package io.muster.core.policy;

import java.util.Objects;

/** The name of a kind of incident: {@code security}, {@code operational}, {@code vendor}. */
public record KindName(String value) {
    public KindName {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
