package io.muster.core.evidence;

import io.muster.core.FreeText;
import io.muster.core.PersonId;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One link of the chain of custody: from one person to the next, both of whom have said so.
 *
 * @param number of the offer that it answers, within the exhibit
 * @param sha256 what the receiver found; empty if the exhibit has no hash
 */
public record Handover(
        int number,
        PersonId from,
        PersonId to,
        FreeText purpose,
        Instant offeredAt,
        Instant receivedAt,
        Optional<String> sha256) {
    public Handover {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** What the holder has offered and the receiver has not confirmed yet. */
    public record Offer(
            int number, PersonId from, PersonId to, FreeText purpose, Instant offeredAt) {
        Handover received(Instant at, Optional<String> sha256) {
            return new Handover(number, from, to, purpose, offeredAt, at, sha256);
        }
    }
}
