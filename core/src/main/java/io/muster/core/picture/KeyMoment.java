package io.muster.core.picture;

import io.muster.core.Phrase;

import java.time.Instant;
import java.util.Objects;

/** Something that is pointed at in a picture of an incident's course. */
public record KeyMoment(Instant at, Phrase what) {
    public KeyMoment {
        Objects.requireNonNull(at);
        Objects.requireNonNull(what);
    }
}
