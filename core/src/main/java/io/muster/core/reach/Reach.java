package io.muster.core.reach;

import io.muster.core.roster.Actor;
import io.muster.core.roster.Way;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One attempt to reach somebody by one way.
 *
 * @param number counted from 1 within the incident
 * @param about the role, draft or hearing that it is about; may be empty
 * @param as the same as people say it
 * @param hash of the approved words that it carries, if it carries such
 * @param ring the number of the page that rings at another product, or that is to stop there
 * @param outcome empty while it is on its way
 */
public record Reach(
        int number,
        Way way,
        Addressee to,
        Matter matter,
        String about,
        String as,
        Optional<String> hash,
        Optional<Integer> ring,
        Actor by,
        Instant ordered,
        Optional<Outcome> outcome) {
    public Reach {
        Objects.requireNonNull(way);
        Objects.requireNonNull(to);
        Objects.requireNonNull(matter);
    }

    /** Whether nobody knows yet what became of it. */
    public boolean isOpen() {
        return outcome.isEmpty();
    }

    /** Whether the other side took it. */
    public boolean isDelivered() {
        return outcome.filter(Outcome::delivered).isPresent();
    }

    /** Whether it will never arrive. */
    public boolean hasFailed() {
        return outcome.filter(o -> !o.delivered()).isPresent();
    }

    Reach ended(Outcome how) {
        return new Reach(
                number, way, to, matter, about, as, hash, ring, by, ordered, Optional.of(how));
    }

    /**
     * What became of it.
     *
     * @param words the proof if it was taken, else why it was not
     */
    public record Outcome(boolean delivered, Instant at, String words) {}
}
