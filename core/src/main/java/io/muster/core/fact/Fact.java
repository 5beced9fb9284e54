package io.muster.core.fact;

import io.muster.core.FreeText;
import io.muster.core.policy.DetectionName;
import io.muster.core.policy.QuestionName;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something established, with who said so and when it was recorded.
 *
 * @param recordedAt when it was written down, which is never claimed otherwise
 */
public record Fact(What what, Actor by, Instant recordedAt) {
    public Fact {
        Objects.requireNonNull(what);
        Objects.requireNonNull(by);
        Objects.requireNonNull(recordedAt);
    }

    /** What was said. */
    public sealed interface What {
        /** It was then. */
        record Time(TimeName name, Instant claimed, FreeText because) implements What {}

        /** It is so, in words. */
        record Finding(FindingName name, FreeText text) implements What {}

        /**
         * The answer to a question of the policy.
         *
         * @param since since when, as was claimed; empty: since it was recorded
         */
        record Answered(
                QuestionName question, Answer answer, FreeText because, Optional<Instant> since)
                implements What {
            public Answered {
                Objects.requireNonNull(since);
            }
        }

        /** How it came to light. */
        record Detected(DetectionName detection, String title, FreeText because) implements What {}
    }
}
