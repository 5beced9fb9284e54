package io.muster.core.policy;

import java.util.Objects;

/** A fact that only a person can say: yes, no, or not known yet. */
public record Question(QuestionName name, String text) {
    public Question {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }
}
