package io.muster.core.checklist;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Objects;

/** A checklist item that somebody decided need not be done in this incident, and why. */
public record NotApplicable(Actor by, Instant at, FreeText because) {
    public NotApplicable {
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
        Objects.requireNonNull(because);
    }
}
