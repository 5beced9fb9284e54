package io.muster.db.status;

import io.muster.core.FreeText;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Work that is announced.
 *
 * @param id given when it is planned
 * @param components what is worked on
 * @param changed when it was planned
 */
public record Maintenance(
        long id,
        FreeText title,
        List<String> components,
        FreeText text,
        Instant from,
        Instant to,
        Instant changed) {
    public Maintenance {
        Objects.requireNonNull(title);
        components = List.copyOf(components);
        Objects.requireNonNull(text);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(changed);
    }

    /** Whether it is done at this time. */
    public boolean isOn(Instant now) {
        return !now.isBefore(from) && now.isBefore(to);
    }
}
