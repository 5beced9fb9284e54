package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.approval.Request;
import io.muster.core.approval.Wording;
import io.muster.core.policy.RoleName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Words that leave the building: drafted, reviewed, released, sent. Each event names the words that
 * it is about by their hash.
 */
public sealed interface DraftEvent extends DossierEvent {
    /** The draft's number. */
    int number();

    /**
     * Somebody wrote it.
     *
     * @param title of its purpose
     * @param duty the duty to notify that it serves, if it serves one
     */
    record DraftWritten(
            int number,
            String purpose,
            String title,
            Optional<String> duty,
            Wording wording,
            String hash)
            implements DraftEvent {}

    /**
     * Somebody changed it.
     *
     * @param voided whose approval no longer counts
     * @param wasReleased it was free to leave before, and is no longer
     */
    record DraftRevised(
            int number,
            int revision,
            Wording wording,
            String hash,
            List<PersonId> voided,
            boolean wasReleased)
            implements DraftEvent {
        public DraftRevised {
            voided = List.copyOf(voided);
        }
    }

    /**
     * Review was asked for.
     *
     * @param asked of whom; nobody in particular if everyone may review
     */
    record DraftSubmitted(int number, int revision, String hash, List<Request> asked)
            implements DraftEvent {
        public DraftSubmitted {
            asked = List.copyOf(asked);
        }

        @Override
        public List<PersonId> bringsIn() {
            return asked.stream().flatMap(r -> r.person().stream()).distinct().toList();
        }
    }

    /**
     * Somebody else is asked: the one who was asked left, wrote the words, or another took the
     * role.
     */
    record DraftReviewPassedOn(
            int number, RoleName role, String title, Optional<PersonId> from, Optional<PersonId> to)
            implements DraftEvent {
        @Override
        public List<PersonId> bringsIn() {
            return to.stream().toList();
        }
    }

    /**
     * A reviewer agreed to these very words.
     *
     * @param roles in which they agreed
     * @param titles the same as people say it
     * @param enough nobody else has to
     */
    record DraftApproved(
            int number,
            int revision,
            String hash,
            List<RoleName> roles,
            List<String> titles,
            boolean enough)
            implements DraftEvent {
        public DraftApproved {
            roles = List.copyOf(roles);
            titles = List.copyOf(titles);
        }
    }

    /** A reviewer wants other words. */
    record DraftChangesAsked(int number, int revision, String hash, FreeText what)
            implements DraftEvent {}

    /** These very words may leave. */
    record DraftReleased(int number, int revision, String hash) implements DraftEvent {}

    /**
     * These very words left.
     *
     * @param sentAt when, as somebody claims; when that was recorded is the event's own time
     * @param compared what went out was held against what was approved, word by word
     * @param exercise nothing left the building: it was a drill
     * @param orderedBy who had Muster send it; empty if people sent it themselves
     */
    record DraftSent(
            int number,
            int revision,
            String hash,
            Instant sentAt,
            FreeText how,
            FreeText recipients,
            FreeText proof,
            boolean compared,
            boolean exercise,
            Optional<PersonId> orderedBy)
            implements DraftEvent {}

    /** They never will. */
    record DraftWithdrawn(int number, FreeText reason) implements DraftEvent {}
}
