package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.fact.Answer;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.Act;
import io.muster.core.policy.DetectionName;
import io.muster.core.policy.QuestionName;

import java.time.Instant;
import java.util.Optional;

/** This is so. */
public sealed interface FactCommand extends DossierCommand {
    /** It was then. */
    record ClaimTime(TimeName name, Instant claimed, FreeText because) implements FactCommand {}

    /** This was found. */
    record RecordFinding(FindingName name, FreeText text) implements FactCommand {}

    /**
     * The answer to a question of the policy.
     *
     * @param since since when it holds, as somebody claims; empty: from now on. A clock that counts
     *     from the answer counts from then.
     */
    record AnswerQuestion(
            QuestionName question, Answer answer, FreeText because, Optional<Instant> since)
            implements FactCommand {
        /** From now on. */
        public AnswerQuestion(QuestionName question, Answer answer, FreeText because) {
            this(question, answer, because, Optional.empty());
        }
    }

    /** It came to light like this. */
    record RecordDetection(DetectionName detection, FreeText because) implements FactCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.RECORD_FACT);
    }
}
