package io.muster.core;

import java.util.Objects;

/** A person, by the id that the chat gives them ({@code U061F7AUR}); names change, ids do not. */
public record PersonId(String value) {
    public PersonId {
        Objects.requireNonNull(value);
        if (value.isBlank()) {
            throw new IllegalArgumentException("a person needs an id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
