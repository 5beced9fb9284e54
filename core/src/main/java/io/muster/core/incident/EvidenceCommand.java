package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.evidence.ChatSource;
import io.muster.core.evidence.Collection;
import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Disposal;
import io.muster.core.evidence.ExhibitType;
import io.muster.core.evidence.Keeping;
import io.muster.core.policy.Act;

import java.util.Optional;

/** Evidence and through whose hands it passed. */
public sealed interface EvidenceCommand extends DossierCommand {
    /**
     * Enter this in the register.
     *
     * @param sha256 as it was typed; blank if nobody has computed it yet
     * @param size in bytes, if it is known
     * @param chat where Muster is to fetch it from, if it stands in the chat
     */
    record RegisterExhibit(
            ExhibitType type,
            FreeText what,
            Collection collection,
            Keeping keeping,
            String sha256,
            Optional<Long> size,
            Optional<ChatSource> chat,
            Optional<Integer> copyOf,
            boolean coversAll)
            implements EvidenceCommand {}

    /** Muster fetched it. */
    record RecordStored(int number, Digest digest, String path, Optional<String> link)
            implements EvidenceCommand {}

    /** Muster could not fetch it. */
    record RecordFetchFailed(int number, String reason, String remedy) implements EvidenceCommand {}

    /** Try to fetch it once more. */
    record FetchAgain(int number) implements EvidenceCommand {}

    /** Hand it to this person. */
    record OfferCustody(int number, PersonId to, FreeText purpose) implements EvidenceCommand {}

    /**
     * I have it.
     *
     * @param found the hash that was computed on receipt; blank if none is owed
     */
    record TakeCustody(int number, int transfer, String found) implements EvidenceCommand {}

    /** I do not take it, or do not hand it over after all. */
    record EndOffer(int number, int transfer, FreeText reason) implements EvidenceCommand {}

    /**
     * This is its hash now.
     *
     * @param found blank if there is nothing left to compute it of
     * @param byMuster computed from the bytes that Muster keeps, not typed
     */
    record CheckHash(int number, String found, boolean byMuster) implements EvidenceCommand {}

    /** Every exhibit has its chain of custody. */
    record AttestCustody() implements EvidenceCommand {}

    /** Ask Legal to take note that evidence may go outside. */
    record AskLegal() implements EvidenceCommand {}

    /**
     * Legal knows.
     *
     * @param whom who in Legal; empty if it is the one who says so
     */
    record NotifyLegal(Optional<PersonId> whom, FreeText how) implements EvidenceCommand {}

    /**
     * Give it to somebody outside.
     *
     * @param override why before Legal was told; blank to wait for that
     */
    record ShareExhibit(int number, FreeText with, FreeText purpose, FreeText override)
            implements EvidenceCommand {}

    /** Nothing may be destroyed or returned from now on. */
    record PlaceHold(FreeText reason) implements EvidenceCommand {}

    /** The hold is over. */
    record ReleaseHold(FreeText reason) implements EvidenceCommand {}

    /** Destroy it or give it back. */
    record Dispose(int number, Disposal.How how, FreeText reason) implements EvidenceCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.EVIDENCE);
    }
}
