package io.muster.core.timeline;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Exhibit;
import io.muster.core.incident.EvidenceEvent;
import io.muster.core.policy.Counsel;

import java.util.Optional;

/** How evidence reads in the timeline. */
final class EvidenceLines {
    private EvidenceLines() {}

    static Phrase what(EvidenceEvent event) {
        return switch (event) {
            case EvidenceEvent.ExhibitRegistered e -> registered(e);
            case EvidenceEvent.EvidenceStored e ->
                    hash(about(e.number(), "fetched and kept by Muster"), e.digest());
            case EvidenceEvent.EvidenceFetchFailed e ->
                    about(e.number(), "could not be fetched: " + e.reason());
            case EvidenceEvent.EvidenceFetchAskedAgain e ->
                    about(e.number(), "to be fetched once more");
            case EvidenceEvent.ExhibitHashed e -> hash(about(e.number(), "hashed"), e.digest());
            case EvidenceEvent.CustodyOffered e ->
                    about(e.number(), "offered by ")
                            .who(e.from())
                            .say(" to ")
                            .who(e.to())
                            .say(", for: ")
                            .quote(e.purpose());
            case EvidenceEvent.CustodyTaken e -> taken(e);
            case EvidenceEvent.CustodyOfferEnded e ->
                    because(
                            about(
                                            e.number(),
                                            e.byReceiver()
                                                    ? "not taken; it stays with "
                                                    : "not handed over; it stays with ")
                                    .who(e.holder()),
                            e.reason());
            case EvidenceEvent.EvidenceVerified e ->
                    about(
                            e.number(),
                            "verified: the hash "
                                    + (e.byMuster() ? "of Muster's copy " : "")
                                    + "is what was registered, SHA-256 "
                                    + e.sha256());
            case EvidenceEvent.EvidenceMismatch e -> mismatch(e);
            case EvidenceEvent.CustodyAttested e ->
                    Phrase.of(
                            "Chain of custody complete for "
                                    + Spoken.count(e.exhibits(), "exhibit"));
            case EvidenceEvent.LegalAsked e ->
                    Phrase.of(
                                    Counsel.word(e.title())
                                            + " asked to take note that evidence may go outside: ")
                            .everyone(e.people());
            case EvidenceEvent.LegalNotified e -> legal(e);
            case EvidenceEvent.EvidenceShared e -> shared(e);
            case EvidenceEvent.LegalHoldPlaced e ->
                    because(Phrase.of("Legal hold placed on all evidence"), e.reason());
            case EvidenceEvent.LegalHoldReleased e ->
                    because(Phrase.of("Legal hold on evidence ended"), e.reason());
            case EvidenceEvent.ExhibitDisposed e ->
                    because(about(e.number(), e.how().word()), e.reason());
        };
    }

    private static Phrase registered(EvidenceEvent.ExhibitRegistered e) {
        String kind =
                e.copyOf()
                        .map(original -> "registered (copy of " + Exhibit.label(original) + "): ")
                        .orElse("registered: ");
        Phrase phrase =
                about(e.number(), kind)
                        .say(e.type().title() + ", ")
                        .quote(e.what())
                        .say("; from ")
                        .quote(e.collection().source())
                        .say("; collected by ")
                        .who(e.collection().collector())
                        .say(" ")
                        .at(e.collection().collectedAt());
        Phrase witnessed =
                e.collection().witness().map(w -> phrase.say(", witness ").who(w)).orElse(phrase);
        return e.digest().map(d -> hash(witnessed, d)).orElse(witnessed);
    }

    private static Phrase taken(EvidenceEvent.CustodyTaken e) {
        Phrase phrase = about(e.number(), "received by ").who(e.to()).say(" from ").who(e.from());
        return e.sha256().isPresent() ? phrase.say("; the hash is right") : phrase;
    }

    private static Phrase mismatch(EvidenceEvent.EvidenceMismatch e) {
        Optional<String> found = e.found();
        Phrase phrase =
                found.isPresent()
                        ? about(e.number(), "HASH MISMATCH: registered ")
                                .code(e.expected())
                                .say(", found ")
                                .code(found.get())
                        : about(e.number(), "MISSING: Muster's copy is gone, registered ")
                                .code(e.expected());
        return e.transfer().isPresent()
                ? phrase.say("; not handed over, it stays with ").who(e.holder())
                : phrase;
    }

    private static Phrase legal(EvidenceEvent.LegalNotified e) {
        String legal = Counsel.word(e.title());
        if (e.acknowledged()) {
            return because(Phrase.of(legal + " took note that evidence may go outside"), e.how());
        }
        Phrase phrase = Phrase.of(legal + " was told that evidence may go outside");
        return because(e.whom().map(w -> phrase.say(" (").who(w).say(")")).orElse(phrase), e.how());
    }

    private static Phrase shared(EvidenceEvent.EvidenceShared e) {
        Phrase phrase =
                about(e.number(), "shared with ").quote(e.with()).say(", for: ").quote(e.purpose());
        return e.override().isBlank()
                ? phrase
                : phrase.say("; before " + Counsel.word(e.title()) + " was told, because: ")
                        .quote(e.override());
    }

    private static Phrase about(int number, String what) {
        return Phrase.of("Evidence " + Exhibit.label(number) + " " + what);
    }

    private static Phrase hash(Phrase phrase, Digest digest) {
        String size = digest.size().map(bytes -> ", " + Spoken.size(bytes)).orElse("");
        return phrase.say(size + ", SHA-256 " + digest.sha256());
    }

    private static Phrase because(Phrase phrase, FreeText reason) {
        return reason.isBlank() ? phrase : phrase.say(": ").quote(reason);
    }
}
