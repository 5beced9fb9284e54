package io.muster.core.program;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.RoleName;
import io.muster.core.statuspage.PlannedWork;

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

    /**
     * Somebody is on call in a role for a while, whatever the team file says.
     *
     * @param from a time that has passed means now
     * @param takesOver whether it is only about who is on call now: then whoever is, need not be
     */
    record OverrideOnCall(
            RoleName role,
            PersonId person,
            Instant from,
            Instant until,
            FreeText reason,
            boolean takesOver)
            implements ProgramCommand {}

    /** An override ends now, or never begins. */
    record CancelOverride(int number) implements ProgramCommand {}

    /**
     * The public is told of work to come.
     *
     * @param number by which it is told from other work
     */
    record AnnounceMaintenance(long number, PlannedWork work) implements ProgramCommand {}

    /** The public is told that this is not done, or no longer. */
    record CallOffMaintenance(long number, PlannedWork work) implements ProgramCommand {}

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
