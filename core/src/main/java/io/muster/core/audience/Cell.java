package io.muster.core.audience;

import io.muster.core.policy.QuestionName;
import io.muster.core.policy.RoleName;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One cell of the escalation matrix as it was owed: whom to tell, by when, on what condition.
 *
 * @param title as people say the role
 * @param people whether somebody holds the role; customers and regulators are nobody's role
 * @param due by when, reckoned from the declaration
 * @param onlyIf the question on whose answer it hangs whether they are owed word at all
 * @param question the question as it is asked
 */
public record Cell(
        RoleName role,
        String title,
        boolean people,
        When when,
        Instant due,
        Optional<QuestionName> onlyIf,
        Optional<String> question) {
    /** The column. */
    public enum When {
        /** With the first message; whoever is told is brought in. */
        AT_ONCE,
        /** By {@link Cell#due}; they get word, and stay outside unless they come in. */
        WITHIN,
        /** In the next daily digest. */
        DIGEST
    }

    public Cell {
        Objects.requireNonNull(role);
        Objects.requireNonNull(title);
        Objects.requireNonNull(when);
        Objects.requireNonNull(due);
    }

    /** From when Muster tells people by itself, if nobody has said otherwise until then. */
    public Instant byItself(Instant declared) {
        return declared.plus(Duration.between(declared, due).dividedBy(2));
    }
}
