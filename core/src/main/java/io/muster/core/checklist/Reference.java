package io.muster.core.checklist;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Objects;

/**
 * Where the proof of a checklist item is to be found.
 *
 * @param text an address, an evidence number, a ticket: whatever the person wrote
 */
public record Reference(FreeText text, Actor by, Instant at) {
    public Reference {
        Objects.requireNonNull(text);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }
}
