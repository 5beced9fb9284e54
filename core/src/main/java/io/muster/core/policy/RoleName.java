package io.muster.core.policy;

import java.util.Objects;

/** The name of a role, as people type it: {@code commander}. */
public record RoleName(String value) {
    public RoleName {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
