package io.muster.core.program;

import io.muster.core.FreeText;
import io.muster.core.obligation.ObligationId;

import java.time.Instant;
import java.util.Optional;

/** Everything that the program can be told. Asking a second time changes nothing. */
public sealed interface ProgramCommand {
    /** The policy of the moment is in force from now on. */
    record Adopt() implements ProgramCommand {}

    /**
     * A review was held.
     *
     * @param held when; empty for now
     * @param minutes what came of it
     * @param link where the minutes are; may be blank
     */
    record RecordReview(ObligationId duty, Optional<Instant> held, FreeText minutes, FreeText link)
            implements ProgramCommand {}

    /** The clock says that this promise wants looking at. */
    record Ring(ObligationId duty) implements ProgramCommand {}

    /**
     * Somebody wants the control report.
     *
     * @param from its first instant
     * @param until the first instant after it
     */
    record AskReport(Instant from, Instant until) implements ProgramCommand {}
}
