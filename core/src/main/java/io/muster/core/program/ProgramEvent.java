package io.muster.core.program;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentEvent.Told;
import io.muster.core.incident.IncidentId;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.policy.RoleName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can have happened to the program. The stored names of these are for ever, as
 * those of incidents are: a record may gain an {@code Optional} or a list, never lose anything.
 */
public sealed interface ProgramEvent {
    /**
     * A text of the plan came into force.
     *
     * @param before the text that was in force until then
     */
    record PlanAdopted(
            PolicyVersion policy,
            String document,
            String version,
            String date,
            String owner,
            Optional<PolicyVersion> before)
            implements ProgramEvent {}

    /**
     * Something is owed to the plan.
     *
     * @param cause the incident that made it so, if one did
     * @param told who was told at once
     */
    record PlanDutyOwed(Obligation obligation, Optional<Cause> cause, List<PersonId> told)
            implements ProgramEvent {
        public PlanDutyOwed {
            told = List.copyOf(told);
        }
    }

    /** Another incident is to be looked at in a review that is owed already. */
    record PlanDutyJoined(ObligationId id, String title, Cause cause) implements ProgramEvent {}

    /** The plan asks for it otherwise than before: this stands in its place. */
    record PlanDutyRevised(Obligation obligation, Instant from) implements ProgramEvent {}

    /** The plan no longer asks for it. */
    record PlanDutyDropped(ObligationId id, String title) implements ProgramEvent {}

    /** A drill began that is to do it. */
    record PlanDrillBegun(ObligationId id, String title, IncidentId drill)
            implements ProgramEvent {}

    /** It was done. */
    record PlanDutyMet(
            ObligationId id,
            String title,
            Instant due,
            boolean late,
            Instant held,
            FreeText minutes,
            FreeText link,
            Optional<IncidentId> drill,
            Optional<Instant> next)
            implements ProgramEvent {}

    /**
     * Somebody is on call in a role for a while, whatever the team file says.
     *
     * @param instead who was on call until then, if it began at once
     */
    record OnCallOverridden(
            int number,
            RoleName role,
            String title,
            PersonId person,
            Instant from,
            Instant until,
            FreeText reason,
            Optional<PersonId> instead)
            implements ProgramEvent {}

    /** That ended before its time, or never began. */
    record OnCallOverrideCancelled(
            int number, RoleName role, String title, PersonId person, Instant from, Instant until)
            implements ProgramEvent {}

    /** A reminder or an escalation of it was spoken. */
    record PlanDutyRang(
            ObligationId id,
            String title,
            Instant due,
            boolean overdue,
            int rung,
            boolean escalation,
            List<Told> told)
            implements ProgramEvent {
        public PlanDutyRang {
            told = List.copyOf(told);
        }
    }

    /**
     * The public was told of work to come.
     *
     * @param number by which it is told from other work
     * @param hash of the very words, with times and components
     */
    record MaintenanceAnnounced(
            long number,
            FreeText title,
            List<String> components,
            FreeText text,
            Instant from,
            Instant to,
            String hash)
            implements ProgramEvent {
        public MaintenanceAnnounced {
            components = List.copyOf(components);
        }
    }

    /** The public was told that the work is not done, or no longer. */
    record MaintenanceCalledOff(long number, FreeText title, Instant from, Instant to, String hash)
            implements ProgramEvent {}

    /**
     * Somebody had the control report made, which tells of every incident.
     *
     * @param from its first instant
     * @param until the first instant after it
     */
    record ControlReportAsked(PersonId by, Instant from, Instant until) implements ProgramEvent {}
}
