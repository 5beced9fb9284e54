package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;

import java.time.Instant;
import java.util.Optional;

/** What is said of the sub-processor at which it began. */
public sealed interface VendorCommand extends DossierCommand {
    /**
     * It began there.
     *
     * @param told when they told us; empty keeps what is known
     */
    record NameVendor(FreeText name, Optional<Instant> told) implements VendorCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.RECORD_FACT);
    }
}
