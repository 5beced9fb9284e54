package io.muster.core.vendor;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The sub-processor at which an incident began.
 *
 * @param told when they told us, which is when our own duty to tell others begins; empty while
 *     nobody has said
 * @param by who recorded it
 */
public record Vendor(FreeText name, Optional<Instant> told, Actor by) {
    public Vendor {
        Objects.requireNonNull(name);
        Objects.requireNonNull(told);
    }
}
