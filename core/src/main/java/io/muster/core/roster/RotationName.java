package io.muster.core.roster;

import java.util.Objects;

/** The name of a rotation in a team file: {@code primary}. */
public record RotationName(String value) implements Comparable<RotationName> {
    public RotationName {
        Objects.requireNonNull(value);
    }

    @Override
    public int compareTo(RotationName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
