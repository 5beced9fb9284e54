package io.muster.core.duty;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was said and done about one duty to notify.
 *
 * @param discharged it was sent
 * @param waived it was decided not to notify
 * @param held it waits, on a ground that the law names
 * @param firstHeld by ground: when it was put on hold for the first time, lifted or not
 */
public record Standing(
        Optional<Discharged> discharged,
        Optional<Waived> waived,
        Optional<Held> held,
        Map<String, Instant> firstHeld) {
    /** Nothing. */
    public static final Standing NONE =
            new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public Standing {
        Objects.requireNonNull(discharged);
        Objects.requireNonNull(waived);
        Objects.requireNonNull(held);
        firstHeld = Map.copyOf(firstHeld);
    }

    /** Whether nothing is left to do. */
    public boolean settled() {
        return discharged.isPresent() || waived.isPresent();
    }

    /** After it was sent. */
    public Standing with(Discharged how) {
        return new Standing(Optional.of(how), Optional.empty(), held, firstHeld);
    }

    /** After it was decided not to notify. */
    public Standing with(Waived why) {
        return new Standing(Optional.empty(), Optional.of(why), held, firstHeld);
    }

    /** After the decision, or the sending, was taken back. */
    public Standing takenBack() {
        return new Standing(Optional.empty(), Optional.empty(), held, firstHeld);
    }

    /** After it was put on hold. */
    public Standing with(Held hold) {
        Map<String, Instant> first = new LinkedHashMap<>(firstHeld);
        first.putIfAbsent(hold.ground(), hold.at());
        return new Standing(discharged, waived, Optional.of(hold), first);
    }

    /** After the hold was lifted. */
    public Standing released() {
        return new Standing(discharged, waived, Optional.empty(), firstHeld);
    }

    /**
     * It was sent.
     *
     * @param sentAt when, as whoever recorded it says
     * @param proof by what it can be shown: a reference number, a link
     * @param draft the number of the approved draft that was sent, if it was one
     * @param lateBecause the reasons that were given for being late; blank if none were
     * @param outside who approved words that were not written here; blank if they were
     * @param again what was sent later to the same end: a correction, an update
     */
    public record Discharged(
            Instant sentAt,
            FreeText proof,
            Optional<Integer> draft,
            FreeText lateBecause,
            FreeText outside,
            Actor by,
            Instant recordedAt,
            List<Again> again) {
        public Discharged {
            again = List.copyOf(again);
        }

        /** When the last of it was sent: what was sent later counts like the first. */
        public Instant lastSentAt() {
            return again.stream()
                    .map(Again::sentAt)
                    .reduce(sentAt, (one, other) -> one.isAfter(other) ? one : other);
        }

        /** The same, with the reasons for being late. */
        public Discharged late(FreeText because) {
            return new Discharged(sentAt, proof, draft, because, outside, by, recordedAt, again);
        }

        /** The same, with who approved words that were not written here. */
        public Discharged approvedOutside(FreeText approver) {
            return new Discharged(
                    sentAt, proof, draft, lateBecause, approver, by, recordedAt, again);
        }

        /** The same, with something more that was sent. */
        public Discharged and(Again later) {
            List<Again> more = new ArrayList<>(again);
            more.add(later);
            return new Discharged(sentAt, proof, draft, lateBecause, outside, by, recordedAt, more);
        }
    }

    /** Something more was sent, a correction or an update; the parts are those of the first. */
    public record Again(
            Instant sentAt,
            FreeText proof,
            Optional<Integer> draft,
            FreeText outside,
            Actor by,
            Instant recordedAt) {}

    /** It was decided not to notify. */
    public record Waived(FreeText reason, Actor by, Instant at) {}

    /**
     * It waits.
     *
     * @param ground the ground, in the words of the law
     * @param until by when it is owed if nothing else happens
     */
    public record Held(String ground, Instant until, FreeText reason, Actor by, Instant at) {}
}
