package io.muster.core.report;

import io.muster.core.program.ProgramHappened;

import java.util.Objects;

/** The same for what happened to the program itself. */
public record TracedPlan(int entry, ProgramHappened happened, String hash) {
    public TracedPlan {
        Objects.requireNonNull(happened);
        Objects.requireNonNull(hash);
    }
}
