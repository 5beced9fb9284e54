package io.muster.core.talk;

import io.muster.core.PersonId;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message of the chat that belongs into the timeline.
 *
 * @param said when it was written, as the chat says
 * @param by who put it there, and may take it back
 * @param quoted what it says; empty until it was read
 * @param withdrawn when it was taken back; it stays in the record
 */
public record Mark(
        Spot spot,
        Instant said,
        Optional<PersonId> by,
        Optional<Quoted> quoted,
        Optional<Instant> withdrawn) {
    public Mark {
        Objects.requireNonNull(spot);
        Objects.requireNonNull(said);
    }

    /** Whether it belongs into the timeline still. */
    public boolean stands() {
        return withdrawn.isEmpty();
    }

    /** The same, read. */
    public Mark read(Quoted words) {
        return new Mark(spot, said, by, Optional.of(words), withdrawn);
    }

    /** The same, taken back. */
    public Mark withdrawn(Instant at) {
        return new Mark(spot, said, by, quoted, Optional.of(at));
    }
}
