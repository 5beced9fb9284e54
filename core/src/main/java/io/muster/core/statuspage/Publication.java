package io.muster.core.statuspage;

import java.time.Instant;
import java.util.Objects;

/**
 * An entry that the public can read.
 *
 * @param number counted from 1 within its incident
 * @param hash of the very words
 */
public record Publication(int number, Bulletin bulletin, String hash, Instant at) {
    public Publication {
        Objects.requireNonNull(bulletin);
        Objects.requireNonNull(hash);
        Objects.requireNonNull(at);
    }
}
