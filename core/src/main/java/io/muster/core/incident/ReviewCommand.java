package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The post-mortem: begun, written, approved, presented. */
public sealed interface ReviewCommand extends DossierCommand {
    /** Begin one, owed or not. */
    record BeginReview() implements ReviewCommand {}

    /**
     * This section says this.
     *
     * @param revision how often it had been written when the writer began: if somebody else has
     *     written it since, nothing is lost by overwriting
     */
    record WriteSection(String section, FreeText text, int revision) implements ReviewCommand {}

    /**
     * It is ready to be approved.
     *
     * @param despite wordings that may sound like blame have been seen and are meant
     * @param names of people, which sound like blame where it is said why something happened
     */
    record SubmitReview(int revision, boolean despite, List<String> names)
            implements ReviewCommand {
        public SubmitReview {
            names = List.copyOf(names);
        }
    }

    /** It is not there yet, or has to be changed although it was approved. */
    record SendBackReview(FreeText reason) implements ReviewCommand {}

    /**
     * It is good as it stands.
     *
     * @param despite wordings that may sound like blame have been seen and are meant
     * @param names of people, which sound like blame where it is said why something happened
     */
    record ApproveReview(int revision, FreeText comment, boolean despite, List<String> names)
            implements ReviewCommand {
        public ApproveReview {
            names = List.copyOf(names);
        }
    }

    /** It was presented. */
    record PresentReview(String hearing, Instant when, FreeText how) implements ReviewCommand {}

    /** Publish it outside: asks for it, and does not do it. */
    record AskPublication(FreeText why) implements ReviewCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.REVIEW);
    }
}
