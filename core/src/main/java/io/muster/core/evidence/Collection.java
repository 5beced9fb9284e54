package io.muster.core.evidence;

import io.muster.core.FreeText;
import io.muster.core.PersonId;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How an exhibit was got.
 *
 * @param source the system, host or account that it came from
 * @param tool with what it was taken: tool, version, command; may be blank
 * @param clockOffset by how much the source's clock was ahead of ours; negative if it was behind
 * @param collectedAt when, as the collector says; when it was written down stands beside it
 */
public record Collection(
        FreeText source,
        PersonId collector,
        Optional<PersonId> witness,
        FreeText tool,
        Optional<Duration> clockOffset,
        Instant collectedAt) {
    public Collection {
        Objects.requireNonNull(collector);
        Objects.requireNonNull(collectedAt);
    }
}
