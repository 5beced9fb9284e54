package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.fact.Answer;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.DetectionName;
import io.muster.core.policy.QuestionName;

import java.time.Instant;
import java.util.Optional;

/** Something was established, or established anew: the last word counts, all of them stay. */
public sealed interface FactEvent extends DossierEvent {
    /**
     * Somebody said when it really was.
     *
     * @param before what was known until now: the claim before this one, or what the record shows
     */
    record TimeClaimed(TimeName name, Instant claimed, Optional<Instant> before, FreeText because)
            implements FactEvent {}

    /**
     * Somebody wrote down what was found.
     *
     * @param correction something else was written down before
     */
    record FindingRecorded(FindingName name, FreeText text, boolean correction)
            implements FactEvent {}

    /**
     * Somebody answered a question of the policy.
     *
     * @param title the question as it was asked
     * @param before the answer until now
     * @param since since when it holds, as was claimed; empty: since it was recorded
     */
    record QuestionAnswered(
            QuestionName question,
            String title,
            Answer answer,
            Optional<Answer> before,
            FreeText because,
            Optional<Instant> since)
            implements FactEvent {}

    /**
     * Somebody said how it came to light.
     *
     * @param title the way as the policy calls it
     * @param before what was known until now; empty if it was said while declaring
     */
    record DetectionRecorded(
            DetectionName detection, String title, Optional<String> before, FreeText because)
            implements FactEvent {}
}
