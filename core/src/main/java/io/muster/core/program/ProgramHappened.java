package io.muster.core.program;

import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Objects;

/** Something that happened to the program, by whom and when. */
public record ProgramHappened(ProgramEvent event, Actor by, Instant at) {
    public ProgramHappened {
        Objects.requireNonNull(event);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }
}
