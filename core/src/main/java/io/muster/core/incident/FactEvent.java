package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.fact.Answer;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.QuestionName;

import java.time.Instant;

/** Something was established, or established anew: the last word counts, all of them stay. */
public sealed interface FactEvent extends DossierEvent {
    /** Somebody said when it really was. */
    record TimeClaimed(TimeName name, Instant claimed, FreeText because) implements FactEvent {}

    /** Somebody wrote down what was found. */
    record FindingRecorded(FindingName name, FreeText text) implements FactEvent {}

    /**
     * Somebody answered a question of the policy.
     *
     * @param title the question as it was asked
     */
    record QuestionAnswered(QuestionName question, String title, Answer answer, FreeText because)
            implements FactEvent {}
}
