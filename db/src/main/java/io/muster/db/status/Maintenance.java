package io.muster.db.status;

import io.muster.core.FreeText;
import io.muster.core.statuspage.PlannedWork;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Work that was announced.
 *
 * @param id given when it is announced
 * @param announced when that was
 * @param calledOff when it was called off, if it was
 */
public record Maintenance(
        long id, PlannedWork work, Instant announced, Optional<Instant> calledOff) {
    public Maintenance {
        Objects.requireNonNull(work);
        Objects.requireNonNull(announced);
        Objects.requireNonNull(calledOff);
    }

    /** What is done. */
    public FreeText title() {
        return work.title();
    }

    /** What is worked on. */
    public List<String> components() {
        return work.components();
    }

    /** What people will notice. */
    public FreeText text() {
        return work.text();
    }

    /** When it begins. */
    public Instant from() {
        return work.from();
    }

    /** When it will be over. */
    public Instant to() {
        return work.to();
    }

    /** When the public last heard of it. */
    public Instant changed() {
        return calledOff.orElse(announced);
    }

    /** Whether it is done at this time. */
    public boolean isOn(Instant now) {
        return calledOff.isEmpty() && !now.isBefore(from()) && now.isBefore(to());
    }
}
