package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;

import java.time.Instant;
import java.util.List;

/** The post-mortem came further. */
public sealed interface ReviewEvent extends DossierEvent {
    /**
     * It was drafted from the record.
     *
     * @param title what the policy calls it
     * @param owed the policy asks for it; if not, somebody wanted it
     */
    record ReviewDrafted(String title, boolean owed) implements ReviewEvent {}

    /**
     * A section was written.
     *
     * @param revision how often it has been, this time included
     */
    record ReviewSectionWritten(String section, String title, FreeText text, int revision)
            implements ReviewEvent {}

    /**
     * Its approval was asked for.
     *
     * @param revision which text
     * @param approvers who may approve it, as the roster stood then
     * @param wordings how many wordings that may sound like blame were meant all the same
     */
    record ReviewSubmitted(int revision, List<PersonId> approvers, int wordings)
            implements ReviewEvent {
        public ReviewSubmitted {
            approvers = List.copyOf(approvers);
        }

        @Override
        public List<PersonId> bringsIn() {
            return approvers;
        }
    }

    /** Somebody wants it changed first. */
    record ReviewSentBack(FreeText reason, boolean wasApproved) implements ReviewEvent {}

    /** It was approved. */
    record ReviewApproved(String title, int revision, FreeText comment, int wordings)
            implements ReviewEvent {}

    /** It no longer tells the whole story. */
    record ReviewOutdated(String why) implements ReviewEvent {}

    /** Everyone inside is told of it; never of that of a private incident. */
    record ReviewShared(String title) implements ReviewEvent {}

    /** It was presented to those who have to hear it. */
    record ReviewPresented(String hearing, String title, Instant when, FreeText how)
            implements ReviewEvent {}

    /** Somebody asked to have it published outside, which is a decision of its own. */
    record PublicationAsked(FreeText why) implements ReviewEvent {}

    /**
     * A public version left the building, as an approved notice of its own.
     *
     * @param draft the number of the notice
     * @param hash of the words that went out
     * @param sentAt when, as somebody claims
     * @param proof where it can be seen
     * @param exercise nothing left the building: it was a drill
     */
    record ReviewPublished(int draft, String hash, Instant sentAt, FreeText proof, boolean exercise)
            implements ReviewEvent {}
}
