package io.muster.core.duty;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What was said and done about one duty to notify.
 *
 * @param discharged it was sent
 * @param waived it was decided not to notify
 * @param held it waits, on a ground that the law names
 */
public record Standing(
        Optional<Discharged> discharged, Optional<Waived> waived, Optional<Held> held) {
    /** Nothing. */
    public static final Standing NONE =
            new Standing(Optional.empty(), Optional.empty(), Optional.empty());

    public Standing {
        Objects.requireNonNull(discharged);
        Objects.requireNonNull(waived);
        Objects.requireNonNull(held);
    }

    /** Whether nothing is left to do. */
    public boolean settled() {
        return discharged.isPresent() || waived.isPresent();
    }

    /** After it was sent. */
    public Standing with(Discharged how) {
        return new Standing(Optional.of(how), Optional.empty(), held);
    }

    /** After it was decided not to notify. */
    public Standing with(Waived why) {
        return new Standing(Optional.empty(), Optional.of(why), held);
    }

    /** After the decision, or the sending, was taken back. */
    public Standing takenBack() {
        return new Standing(Optional.empty(), Optional.empty(), held);
    }

    /** After it was put on hold. */
    public Standing with(Held hold) {
        return new Standing(discharged, waived, Optional.of(hold));
    }

    /** After the hold was lifted. */
    public Standing released() {
        return new Standing(discharged, waived, Optional.empty());
    }

    /**
     * It was sent.
     *
     * @param sentAt when, as whoever recorded it says
     * @param proof by what it can be shown: a reference number, a link
     * @param draft the number of the approved draft that was sent, if it was one
     * @param lateBecause the reasons that were given for being late; blank if none were
     * @param outside who approved words that were not written here; blank if they were
     */
    public record Discharged(
            Instant sentAt,
            FreeText proof,
            Optional<Integer> draft,
            FreeText lateBecause,
            FreeText outside,
            Actor by,
            Instant recordedAt) {
        /** The same, with the reasons for being late. */
        public Discharged late(FreeText because) {
            return new Discharged(sentAt, proof, draft, because, outside, by, recordedAt);
        }

        /** The same, with who approved words that were not written here. */
        public Discharged approvedOutside(FreeText approver) {
            return new Discharged(sentAt, proof, draft, lateBecause, approver, by, recordedAt);
        }
    }

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
