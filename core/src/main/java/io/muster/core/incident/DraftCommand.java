package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.approval.Wording;
import io.muster.core.policy.Act;

import java.time.Instant;
import java.util.Optional;

/**
 * Words that leave the building: drafted, reviewed, released, sent. Whoever agrees to words names
 * them by their hash: they agree to what they have read, not to what it may have become.
 */
public sealed interface DraftCommand extends DossierCommand {
    /**
     * Write down what shall be said.
     *
     * @param purpose one of the policy's
     * @param duty the duty to notify that it serves, if it serves one
     * @param submit ask for review at once
     */
    record WriteDraft(String purpose, Optional<String> duty, Wording wording, boolean submit)
            implements DraftCommand {}

    /**
     * Say it otherwise.
     *
     * @param revision the one that the person had before them
     */
    record ReviseDraft(int number, int revision, Wording wording, boolean submit)
            implements DraftCommand {}

    /** Ask for review. */
    record SubmitDraft(int number) implements DraftCommand {}

    /** Agree to these very words. */
    record ApproveDraft(int number, String hash) implements DraftCommand {
        @Override
        public Optional<Act> act() {
            return Optional.empty();
        }
    }

    /** Ask for other words. */
    record AskForChanges(int number, String hash, FreeText what) implements DraftCommand {
        @Override
        public Optional<Act> act() {
            return Optional.empty();
        }
    }

    /** Let these very words go. */
    record ReleaseDraft(int number, String hash) implements DraftCommand {
        @Override
        public Optional<Act> act() {
            return Optional.of(Act.RELEASE);
        }
    }

    /**
     * Record that it went out.
     *
     * @param sentAt when; now, if nobody says
     * @param proof where it can be seen
     * @param exact the text that went out, to be held against what was approved; may be left out
     * @param lateBecause why it was sent late, if it was and a law wants to hear it
     */
    record MarkSent(
            int number,
            Optional<Instant> sentAt,
            FreeText how,
            FreeText recipients,
            FreeText proof,
            FreeText exact,
            FreeText lateBecause)
            implements DraftCommand {
        /** With no reasons for being late. */
        public MarkSent(
                int number,
                Optional<Instant> sentAt,
                FreeText how,
                FreeText recipients,
                FreeText proof,
                FreeText exact) {
            this(number, sentAt, how, recipients, proof, exact, FreeText.NONE);
        }
    }

    /** Never send it. */
    record WithdrawDraft(int number, FreeText reason) implements DraftCommand {}

    /** Somebody may have left or changed roles: ask whoever is asked now. */
    record PassOnReviews() implements DraftCommand {
        @Override
        public Optional<Act> act() {
            return Optional.empty();
        }
    }

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.DRAFT);
    }
}
