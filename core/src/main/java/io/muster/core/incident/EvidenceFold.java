package io.muster.core.incident;

import io.muster.core.evidence.Disposal;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.Handover;
import io.muster.core.evidence.Register;
import io.muster.core.evidence.Sharing;
import io.muster.core.evidence.Storage;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the register holds after something happened. */
final class EvidenceFold {
    private EvidenceFold() {}

    static Register after(Register before, EvidenceEvent event, Happened happened) {
        Actor by = happened.by();
        Instant at = happened.at();
        return switch (event) {
            case EvidenceEvent.ExhibitRegistered e -> before.with(exhibit(e, by, at));
            case EvidenceEvent.EvidenceStored e ->
                    before.stored(e.number(), e.digest(), new Storage.Stored(e.path(), e.link()));
            case EvidenceEvent.EvidenceFetchFailed e ->
                    before.stored(e.number(), new Storage.Failed(e.reason(), at));
            case EvidenceEvent.EvidenceFetchAskedAgain e ->
                    before.stored(e.number(), new Storage.Fetching());
            case EvidenceEvent.ExhibitHashed e -> before.hashed(e.number(), e.digest());
            case EvidenceEvent.CustodyOffered e ->
                    before.offered(
                            e.number(),
                            new Handover.Offer(e.transfer(), e.from(), e.to(), e.purpose(), at));
            case EvidenceEvent.CustodyTaken e -> before.received(e.number(), at, e.sha256());
            case EvidenceEvent.CustodyOfferEnded e -> before.calledOff(e.number());
            case EvidenceEvent.EvidenceVerified e -> before.verified(e.number(), at);
            case EvidenceEvent.EvidenceMismatch e ->
                    e.transfer().isPresent()
                            ? before.mismatched(e.number()).calledOff(e.number())
                            : before.mismatched(e.number());
            case EvidenceEvent.CustodyAttested ignored -> before; // the checklist shows it
            case EvidenceEvent.LegalAsked e -> before.asking(e.people());
            case EvidenceEvent.LegalNotified e ->
                    before.with(
                            new Register.LegalNote(e.whom(), e.how(), e.acknowledged(), by, at));
            case EvidenceEvent.EvidenceShared e ->
                    before.shared(
                            e.number(), new Sharing(e.with(), e.purpose(), e.override(), by, at));
            case EvidenceEvent.LegalHoldPlaced e ->
                    before.holding(Optional.of(new Register.Hold(e.reason(), by, at)));
            case EvidenceEvent.LegalHoldReleased ignored -> before.holding(Optional.empty());
            case EvidenceEvent.ExhibitDisposed e -> disposed(before, e, by, at);
        };
    }

    private static Exhibit exhibit(EvidenceEvent.ExhibitRegistered e, Actor by, Instant at) {
        return new Exhibit(
                e.number(),
                e.type(),
                e.what(),
                e.collection(),
                e.keeping(),
                e.chat().isPresent() ? new Storage.Fetching() : new Storage.Elsewhere(),
                e.digest(),
                e.chat(),
                e.copyOf(),
                e.coversAll(),
                by,
                at,
                List.of(),
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static Register disposed(
            Register before, EvidenceEvent.ExhibitDisposed e, Actor by, Instant at) {
        Register after =
                before.disposed(e.number(), new Disposal(e.how(), e.reason(), by, at))
                        .calledOff(e.number());
        return e.path().isPresent() ? after.stored(e.number(), new Storage.Gone()) : after;
    }
}
