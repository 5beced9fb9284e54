package io.muster.core.policy;

import java.util.Objects;

/** The name of a question that a person must answer: {@code customers-impacted}. */
public record QuestionName(String value) {
    public QuestionName {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
