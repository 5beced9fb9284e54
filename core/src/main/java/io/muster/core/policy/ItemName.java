package io.muster.core.policy;

import java.util.Objects;

/** The name of a checklist item, unique within its policy. */
public record ItemName(String value) {
    public ItemName {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
