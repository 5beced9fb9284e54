package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.evidence.ChatSource;
import io.muster.core.evidence.Collection;
import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Disposal;
import io.muster.core.evidence.ExhibitType;
import io.muster.core.evidence.Keeping;

import java.util.List;
import java.util.Optional;

/** Evidence and through whose hands it passed. */
public sealed interface EvidenceEvent extends DossierEvent {
    /**
     * An exhibit was entered in the register.
     *
     * @param chat where it is to be fetched from, if it stands in the chat
     * @param copyOf the exhibit that it was made from
     * @param coversAll with it, everything of its kind is kept
     */
    record ExhibitRegistered(
            int number,
            ExhibitType type,
            FreeText what,
            Collection collection,
            Keeping keeping,
            Optional<Digest> digest,
            Optional<ChatSource> chat,
            Optional<Integer> copyOf,
            boolean coversAll)
            implements EvidenceEvent {}

    /**
     * Muster keeps it now.
     *
     * @param path within the folder of evidence
     * @param link where it stood in the chat
     */
    record EvidenceStored(int number, Digest digest, String path, Optional<String> link)
            implements EvidenceEvent {}

    /**
     * It could not be fetched.
     *
     * @param remedy what a person can do about it
     */
    record EvidenceFetchFailed(int number, String reason, String remedy) implements EvidenceEvent {}

    /** It is to be fetched once more. */
    record EvidenceFetchAskedAgain(int number) implements EvidenceEvent {}

    /** An exhibit that had no hash has one. */
    record ExhibitHashed(int number, Digest digest) implements EvidenceEvent {}

    /** The holder wants to hand it over. */
    record CustodyOffered(int number, int transfer, PersonId from, PersonId to, FreeText purpose)
            implements EvidenceEvent {
        @Override
        public List<PersonId> bringsIn() {
            return List.of(to);
        }
    }

    /**
     * The receiver has it and is its holder now.
     *
     * @param sha256 what the receiver found, equal to what is registered; empty if nothing is
     */
    record CustodyTaken(
            int number, int transfer, PersonId from, PersonId to, Optional<String> sha256)
            implements EvidenceEvent {}

    /** The handover did not come about; it stays with its holder. */
    record CustodyOfferEnded(
            int number, int transfer, PersonId holder, boolean byReceiver, FreeText reason)
            implements EvidenceEvent {}

    /** Its hash was computed anew and is what is registered. */
    record EvidenceVerified(int number, String sha256, boolean byMuster) implements EvidenceEvent {}

    /**
     * Its hash was computed anew and is another one, or there is nothing left to compute it of.
     *
     * @param transfer the handover that failed by it, if there was one
     * @param found empty if Muster's own copy is gone
     */
    record EvidenceMismatch(
            int number,
            Optional<Integer> transfer,
            PersonId holder,
            String expected,
            Optional<String> found)
            implements EvidenceEvent {}

    /** Somebody says that every exhibit has its chain of custody. */
    record CustodyAttested(int exhibits) implements EvidenceEvent {}

    /**
     * Legal was asked to take note that evidence may go outside.
     *
     * @param title what the policy calls Legal, if by another name
     */
    record LegalAsked(List<PersonId> people, Optional<String> title) implements EvidenceEvent {
        public LegalAsked {
            people = List.copyOf(people);
        }

        @Override
        public List<PersonId> bringsIn() {
            return people;
        }
    }

    /**
     * Legal knows that evidence may go outside.
     *
     * @param whom who in Legal, if it was said
     * @param acknowledged they said so themselves
     * @param title what the policy calls Legal, if by another name
     */
    record LegalNotified(
            Optional<PersonId> whom, FreeText how, boolean acknowledged, Optional<String> title)
            implements EvidenceEvent {}

    /**
     * It went to somebody outside.
     *
     * @param override why before Legal was told; blank if Legal was
     * @param title what the policy calls Legal, if by another name
     */
    record EvidenceShared(
            int number, FreeText with, FreeText purpose, FreeText override, Optional<String> title)
            implements EvidenceEvent {}

    /** Nothing may be destroyed or returned from now on. */
    record LegalHoldPlaced(FreeText reason) implements EvidenceEvent {}

    /** What a policy of retention says may be done again. */
    record LegalHoldReleased(FreeText reason) implements EvidenceEvent {}

    /**
     * It was destroyed or given back.
     *
     * @param path of the bytes that Muster kept and destroys now
     */
    record ExhibitDisposed(int number, Disposal.How how, FreeText reason, Optional<String> path)
            implements EvidenceEvent {}
}
