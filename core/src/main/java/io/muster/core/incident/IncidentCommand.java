package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.drill.DrillPlan;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.DetectionName;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that the system can be told. A command names the thing that it is about, so that
 * asking a second time gets "already done" and changes nothing.
 */
public sealed interface IncidentCommand
        permits IncidentCommand.Declare,
                IncidentCommand.Acknowledge,
                IncidentCommand.Confirm,
                IncidentCommand.Classify,
                IncidentCommand.Dismiss,
                IncidentCommand.ChangeSeverity,
                IncidentCommand.StartPhase,
                IncidentCommand.FinishPhase,
                IncidentCommand.Tick,
                IncidentCommand.Untick,
                IncidentCommand.AssignRole,
                IncidentCommand.PostUpdate,
                IncidentCommand.AddNote,
                IncidentCommand.Snooze,
                IncidentCommand.Escalate,
                IncidentCommand.Page,
                IncidentCommand.Resolve,
                IncidentCommand.Reopen,
                IncidentCommand.Close,
                IncidentCommand.Ring,
                IncidentCommand.RecordRoom,
                IncidentCommand.RecordRoomRefused,
                IncidentCommand.Join,
                TaskCommand,
                DossierCommand {
    /**
     * Something is wrong.
     *
     * @param suspicion a private report that nobody has looked at yet: it is kept among the few
     *     whom the policy names, until triage confirms it
     * @param detection the way of the policy in which it came to light, if somebody said so; it
     *     goes before {@code source}
     * @param plan what the drill is for and how it runs, if it is one and was planned
     */
    record Declare(
            FreeText title,
            FreeText description,
            SeverityName severity,
            Optional<KindName> kind,
            boolean isPrivate,
            boolean suspicion,
            boolean drill,
            Source source,
            Optional<DetectionName> detection,
            Optional<Instant> detectedAt,
            Optional<DrillPlan> plan)
            implements IncidentCommand {
        /** Where nobody has said more than the source. */
        public Declare(
                FreeText title,
                FreeText description,
                SeverityName severity,
                Optional<KindName> kind,
                boolean isPrivate,
                boolean suspicion,
                boolean drill,
                Source source,
                Optional<Instant> detectedAt,
                Optional<DrillPlan> plan) {
            this(
                    title,
                    description,
                    severity,
                    kind,
                    isPrivate,
                    suspicion,
                    drill,
                    source,
                    Optional.empty(),
                    detectedAt,
                    plan);
        }

        /** Anything but a drill that was planned. */
        public Declare(
                FreeText title,
                FreeText description,
                SeverityName severity,
                Optional<KindName> kind,
                boolean isPrivate,
                boolean suspicion,
                boolean drill,
                Source source,
                Optional<Instant> detectedAt) {
            this(
                    title,
                    description,
                    severity,
                    kind,
                    isPrivate,
                    suspicion,
                    drill,
                    source,
                    Optional.empty(),
                    detectedAt,
                    Optional.empty());
        }
    }

    /** I take it up. */
    record Acknowledge() implements IncidentCommand {}

    /** Triage: this is an incident, of this kind if known. */
    record Confirm(Optional<KindName> kind) implements IncidentCommand {}

    /** It is of this kind. */
    record Classify(KindName kind) implements IncidentCommand {}

    /** Triage: this is not an incident. */
    record Dismiss(FreeText reason) implements IncidentCommand {}

    /** It is graver, or less grave, than we thought. */
    record ChangeSeverity(SeverityName to, FreeText reason) implements IncidentCommand {}

    /**
     * Work on a phase begins.
     *
     * @param override why it begins although a gate is closed; blank if none is
     */
    record StartPhase(PhaseName phase, FreeText override) implements IncidentCommand {
        public StartPhase(PhaseName phase) {
            this(phase, FreeText.NONE);
        }
    }

    /**
     * Work on a phase is done.
     *
     * @param override why it ends although required items are open or a gate is closed; blank if
     *     neither is so
     */
    record FinishPhase(PhaseName phase, FreeText override) implements IncidentCommand {}

    /**
     * A checklist item is done.
     *
     * @param override why it was done although a gate is closed; blank if none is
     */
    record Tick(ItemName item, FreeText override) implements IncidentCommand {
        public Tick(ItemName item) {
            this(item, FreeText.NONE);
        }
    }

    /** A checklist item was not done after all, or it is applicable. */
    record Untick(ItemName item) implements IncidentCommand {}

    /** This person takes this role. */
    record AssignRole(RoleName role, PersonId person) implements IncidentCommand {}

    /**
     * A status update.
     *
     * @param known what we know and what changed
     * @param doing what we are doing; may be blank
     * @param need what we need; may be blank
     */
    record PostUpdate(FreeText known, FreeText doing, FreeText need) implements IncidentCommand {}

    /** Something worth keeping. */
    record AddNote(FreeText text) implements IncidentCommand {}

    /** Remind us later; the deadline stays. */
    record Snooze(ObligationId obligation, Duration length) implements IncidentCommand {}

    /** Tell the next person up. */
    record Escalate(FreeText reason) implements IncidentCommand {}

    /** Tell whoever is on duty in this role. */
    record Page(RoleName role, FreeText reason) implements IncidentCommand {}

    /** The work is done. */
    record Resolve(FreeText summary) implements IncidentCommand {}

    /** It is back, or it was closed too early. */
    record Reopen(FreeText reason) implements IncidentCommand {}

    /**
     * Shut the file.
     *
     * @param override why before the watch is over; blank to wait for it
     */
    record Close(FreeText override) implements IncidentCommand {}

    /** The clock says that this promise wants looking at. */
    record Ring(ObligationId obligation) implements IncidentCommand {}

    /** Muster opened the incident's channel. */
    record RecordRoom(String channel, String name) implements IncidentCommand {}

    /** Muster could not open the incident's channel. */
    record RecordRoomRefused(String reason) implements IncidentCommand {}

    /**
     * A person came into the incident's channel.
     *
     * @param at when, if the chat said so: what it tells may come late, after they have left again
     */
    record Join(PersonId person, Optional<Instant> at) implements IncidentCommand {
        /** They come in now. */
        public Join(PersonId person) {
            this(person, Optional.empty());
        }
    }
}
