package io.muster.core.incident;

import io.muster.core.FreeText;

import java.time.Instant;
import java.util.Optional;

/** What became known of the sub-processor at which it began. */
public sealed interface VendorEvent extends DossierEvent {
    /**
     * It began there.
     *
     * @param told when they told us, as far as is known
     */
    record VendorNamed(FreeText name, Optional<Instant> told) implements VendorEvent {}
}
