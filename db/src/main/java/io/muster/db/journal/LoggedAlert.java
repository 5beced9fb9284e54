package io.muster.db.journal;

import io.muster.core.alert.Signal;

import java.util.Objects;
import java.util.Optional;

/**
 * An alert of the record.
 *
 * @param signal what the source said; empty if that was erased
 */
public record LoggedAlert(long number, AlertEntry entry, Optional<Signal> signal) {
    public LoggedAlert {
        Objects.requireNonNull(entry);
        Objects.requireNonNull(signal);
    }
}
