package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.Handover;
import io.muster.core.evidence.Register;
import io.muster.core.evidence.Storage;
import io.muster.core.policy.Act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In whose hands an exhibit is. A handover has two sides: the holder offers, the receiver confirms;
 * until both have, nothing has moved.
 */
final class CustodyRules {
    private CustodyRules() {}

    static Decision offer(
            Incident incident, Exhibit exhibit, EvidenceCommand.OfferCustody c, Moment moment) {
        Optional<Decision> refusal =
                notInHand(exhibit)
                        .or(() -> notYours(incident, exhibit, moment))
                        .or(() -> underWay(exhibit));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (exhibit.holder().equals(c.to())) {
            return Decision.refuse(
                    Phrase.EMPTY.who(c.to()).say(" has " + exhibit.label() + " already."));
        }
        if (c.purpose().isBlank()) {
            return Decision.refuse("Say what for: the purpose belongs to the chain of custody.");
        }
        return Decision.accept(
                new EvidenceEvent.CustodyOffered(
                        exhibit.number(),
                        exhibit.offers() + 1,
                        exhibit.holder(),
                        c.to(),
                        c.purpose()));
    }

    static Decision take(Exhibit exhibit, EvidenceCommand.TakeCustody c, Moment moment) {
        Optional<Handover.Offer> offer = open(exhibit, c.transfer());
        if (offer.isEmpty()) {
            return overAlready(exhibit, c.transfer());
        }
        if (moment.by().person().filter(offer.get().to()::equals).isEmpty()) {
            return Decision.refuse(
                    Phrase.of("Only ")
                            .who(offer.get().to())
                            .say(" can say that they have it: they are the receiver."));
        }
        Optional<String> registered = exhibit.sha256();
        if (registered.isEmpty()) {
            return Decision.accept(taken(exhibit, offer.get(), Optional.empty()));
        }
        Optional<String> found = Digest.sha256(c.found());
        if (found.isEmpty() && exhibit.path().isEmpty()) {
            return Decision.refuse(
                    "Compute the SHA-256 of what you received and enter it: 64 characters, 0 to 9 and"
                            + " a to f.");
        }
        return found.equals(registered)
                ? Decision.accept(taken(exhibit, offer.get(), found))
                : Decision.accept(
                        new EvidenceEvent.EvidenceMismatch(
                                exhibit.number(),
                                Optional.of(c.transfer()),
                                exhibit.holder(),
                                registered.get(),
                                found));
    }

    static Decision end(
            Incident incident, Exhibit exhibit, EvidenceCommand.EndOffer c, Moment moment) {
        Optional<Handover.Offer> offer = open(exhibit, c.transfer());
        if (offer.isEmpty()) {
            return overAlready(exhibit, c.transfer());
        }
        boolean receiver = moment.by().person().filter(offer.get().to()::equals).isPresent();
        Optional<Decision> refusal =
                receiver ? Optional.empty() : notYours(incident, exhibit, moment);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return Decision.accept(
                new EvidenceEvent.CustodyOfferEnded(
                        exhibit.number(), c.transfer(), exhibit.holder(), receiver, c.reason()));
    }

    /**
     * Refused with a list of what is missing, so that the answer is also the list of what to do.
     */
    static Decision attest(Register register) {
        if (register.exhibits().isEmpty()) {
            return Decision.refuse("There is no exhibit in the register yet.");
        }
        List<String> missing = new ArrayList<>();
        for (Exhibit exhibit : register.exhibits()) {
            missing(exhibit, register).ifPresent(what -> missing.add(exhibit.label() + " " + what));
        }
        return missing.isEmpty()
                ? Decision.accept(new EvidenceEvent.CustodyAttested(register.exhibits().size()))
                : Decision.refuse("Not yet: " + String.join("; ", missing) + ".");
    }

    static Decision dispose(
            Incident incident, Exhibit exhibit, EvidenceCommand.Dispose c, Moment moment) {
        Optional<Decision> refusal =
                notInHand(exhibit)
                        .or(() -> held(incident, moment))
                        .or(() -> lockedUntil(exhibit, moment))
                        .or(() -> notYours(incident, exhibit, moment))
                        .or(() -> underWay(exhibit));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (c.reason().isBlank()) {
            return Decision.refuse("Say why, and by what authority.");
        }
        return Decision.accept(
                new EvidenceEvent.ExhibitDisposed(
                        exhibit.number(), c.how(), c.reason(), exhibit.path()));
    }

    static Decision gone(Exhibit exhibit) {
        String how = exhibit.disposal().map(d -> d.how().word()).orElse("destroyed");
        Phrase phrase = Phrase.of(exhibit.label() + " was " + how);
        return Decision.refuse(
                exhibit.disposal()
                        .map(d -> phrase.say(" on ").at(d.at()).say("."))
                        .orElse(phrase.say(".")));
    }

    private static EvidenceEvent taken(
            Exhibit exhibit, Handover.Offer offer, Optional<String> found) {
        return new EvidenceEvent.CustodyTaken(
                exhibit.number(), offer.number(), exhibit.holder(), offer.to(), found);
    }

    private static Optional<Decision> notInHand(Exhibit exhibit) {
        if (!exhibit.isKept()) {
            return Optional.of(gone(exhibit));
        }
        return switch (exhibit.storage()) {
            case Storage.Fetching ignored -> Optional.of(EvidenceRules.stillFetching(exhibit));
            case Storage.Failed ignored ->
                    EvidenceRules.no(
                            exhibit.label()
                                    + " could not be fetched, so there is nothing to act on. Fetch it"
                                    + " again first.");
            case Storage.Stored ignored -> Optional.empty();
            case Storage.Elsewhere ignored -> Optional.empty();
            case Storage.Gone ignored -> Optional.of(gone(exhibit));
        };
    }

    /** The holder acts; where the holder cannot, the commander does, and the record says so. */
    private static Optional<Decision> notYours(Incident incident, Exhibit exhibit, Moment moment) {
        PersonId holder = exhibit.holder();
        boolean holds = moment.by().person().filter(holder::equals).isPresent();
        if (holds || AccessRules.refusal(incident, Act.OVERRIDE, moment).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Decision.refuse(
                        Phrase.of(exhibit.label() + " is in the hands of ")
                                .who(holder)
                                .say(". Only they can do that, or the commander if they cannot.")));
    }

    private static Optional<Decision> underWay(Exhibit exhibit) {
        return exhibit.offer()
                .map(offer ->
                        Decision.refuse(
                                Phrase.of(exhibit.label() + " is on its way to ")
                                        .who(offer.to())
                                        .say(", who has not confirmed it yet.")));
    }

    private static Optional<Decision> held(Incident incident, Moment moment) {
        return incident.dossier()
                .evidence()
                .hold()
                .map(hold ->
                        Decision.refuse(
                                Phrase.of("A legal hold stands since ")
                                        .at(hold.since())
                                        .say(
                                                ": nothing is destroyed or returned before "
                                                        + moment.policy().counselWord()
                                                        + " ends it.")));
    }

    private static Optional<Decision> lockedUntil(Exhibit exhibit, Moment moment) {
        return exhibit.keeping()
                .until()
                .filter(moment.now()::isBefore)
                .map(until ->
                        Decision.refuse(
                                Phrase.of(exhibit.label() + " is to be kept write-once until ")
                                        .at(until)
                                        .say(".")));
    }

    private static Optional<String> missing(Exhibit exhibit, Register register) {
        if (exhibit.offer().isPresent()) {
            return Optional.of("waits for its receiver to confirm it");
        }
        if (!exhibit.isKept()) {
            return Optional.empty();
        }
        if (exhibit.isInDoubt()) {
            return Optional.of("did not match its hash and was not found right since");
        }
        Optional<Exhibit> original =
                register.originalOf(exhibit)
                        .filter(o -> o.sha256().isPresent() && exhibit.sha256().isPresent())
                        .filter(o -> !o.sha256().equals(exhibit.sha256()));
        if (original.isPresent()) {
            return Optional.of(
                    "is called a copy of " + original.get().label() + " and has another hash");
        }
        return switch (exhibit.storage()) {
            case Storage.Fetching ignored -> Optional.of("is still being fetched");
            case Storage.Failed ignored -> Optional.of("could not be fetched");
            case Storage.Stored ignored -> Optional.empty();
            case Storage.Gone ignored -> Optional.empty();
            case Storage.Elsewhere ignored ->
                    exhibit.keeping().where().isBlank()
                            ? Optional.of("does not say where it is kept")
                            : Optional.empty();
        };
    }

    private static Optional<Handover.Offer> open(Exhibit exhibit, int transfer) {
        return exhibit.offer().filter(offer -> offer.number() == transfer);
    }

    private static Decision overAlready(Exhibit exhibit, int transfer) {
        return exhibit.chain().stream()
                .filter(link -> link.number() == transfer)
                .findFirst()
                .map(link ->
                        Decision.refuse(
                                Phrase.of(exhibit.label() + " was received by ")
                                        .who(link.to())
                                        .say(" already, on ")
                                        .at(link.receivedAt())
                                        .say(".")))
                .orElseGet(() ->
                        Decision.refuse(
                                "That handover of "
                                        + exhibit.label()
                                        + " is over. Its holder can offer it anew."));
    }
}
