package io.muster.core.roster;

import java.util.Objects;

/** The name by which a team file mentions a person: {@code ana}. */
public record Handle(String value) {
    public Handle {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
