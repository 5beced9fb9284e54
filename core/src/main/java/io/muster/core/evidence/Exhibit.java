package io.muster.core.evidence;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One piece of evidence and everything that became of it.
 *
 * @param coversAll with it, everything of its kind is kept
 * @param copyOf the exhibit that it was made from
 * @param chain every handover that both sides confirmed, oldest first
 * @param offers how many handovers were ever offered
 * @param verifiedAt when its hash was last found to be right, if it was not found wrong since
 * @param mismatches how often it was found to be wrong
 */
public record Exhibit(
        int number,
        ExhibitType type,
        FreeText what,
        Collection collection,
        Keeping keeping,
        Storage storage,
        Optional<Digest> digest,
        Optional<ChatSource> chat,
        Optional<Integer> copyOf,
        boolean coversAll,
        Actor registeredBy,
        Instant registeredAt,
        List<Handover> chain,
        int offers,
        Optional<Handover.Offer> offer,
        List<Sharing> sharings,
        Optional<Instant> verifiedAt,
        int mismatches,
        Optional<Disposal> disposal) {
    public Exhibit {
        Objects.requireNonNull(type);
        Objects.requireNonNull(registeredBy);
        chain = List.copyOf(chain);
        sharings = List.copyOf(sharings);
    }

    /** As it is spoken of within its incident: {@code E3}. */
    public String label() {
        return label(number);
    }

    /** As it is spoken of within its incident: {@code E3}. */
    public static String label(int number) {
        return "E" + number;
    }

    /** In whose hands it is: whoever received it last, at first who collected it. */
    public PersonId holder() {
        return chain.isEmpty() ? collection.collector() : chain.getLast().to();
    }

    /** Whether it is still in somebody's care. */
    public boolean isKept() {
        return disposal.isEmpty();
    }

    /** The path of the bytes that Muster keeps, if it keeps them. */
    public Optional<String> path() {
        return storage instanceof Storage.Stored stored
                ? Optional.of(stored.path())
                : Optional.empty();
    }

    /** Its hash, if it has one. */
    public Optional<String> sha256() {
        return digest.map(Digest::sha256);
    }

    /** Whether its hash was found wrong and has not been found right since. */
    public boolean isInDoubt() {
        return mismatches > 0 && verifiedAt.isEmpty();
    }

    /** Whether every link of its chain begins where the one before ended. */
    public boolean chainIsUnbroken() {
        PersonId holder = collection.collector();
        for (Handover link : chain) {
            if (!link.from().equals(holder)) {
                return false;
            }
            holder = link.to();
        }
        return true;
    }

    Changed change() {
        return new Changed(this);
    }

    /** One exhibit with something about it changed; lives no longer than the change. */
    static final class Changed {
        private final Exhibit was;
        Storage storage;
        Optional<Digest> digest;
        List<Handover> chain;
        int offers;
        Optional<Handover.Offer> offer;
        List<Sharing> sharings;
        Optional<Instant> verifiedAt;
        int mismatches;
        Optional<Disposal> disposal;

        private Changed(Exhibit was) {
            this.was = was;
            this.storage = was.storage;
            this.digest = was.digest;
            this.chain = was.chain;
            this.offers = was.offers;
            this.offer = was.offer;
            this.sharings = was.sharings;
            this.verifiedAt = was.verifiedAt;
            this.mismatches = was.mismatches;
            this.disposal = was.disposal;
        }

        Exhibit done() {
            return new Exhibit(
                    was.number,
                    was.type,
                    was.what,
                    was.collection,
                    was.keeping,
                    storage,
                    digest,
                    was.chat,
                    was.copyOf,
                    was.coversAll,
                    was.registeredBy,
                    was.registeredAt,
                    chain,
                    offers,
                    offer,
                    sharings,
                    verifiedAt,
                    mismatches,
                    disposal);
        }
    }
}
