package io.muster.core.report;

import static io.muster.core.policy.RecordKind.ACTIONS;
import static io.muster.core.policy.RecordKind.APPROVALS;
import static io.muster.core.policy.RecordKind.CHECKLISTS;
import static io.muster.core.policy.RecordKind.CLOCKS;
import static io.muster.core.policy.RecordKind.DRILLS;
import static io.muster.core.policy.RecordKind.ESCALATION;
import static io.muster.core.policy.RecordKind.EVIDENCE;
import static io.muster.core.policy.RecordKind.NOTICES;
import static io.muster.core.policy.RecordKind.PHASES;
import static io.muster.core.policy.RecordKind.PLAN;
import static io.muster.core.policy.RecordKind.POST_MORTEMS;
import static io.muster.core.policy.RecordKind.RECOVERY;
import static io.muster.core.policy.RecordKind.REPORTS;
import static io.muster.core.policy.RecordKind.ROLES;
import static io.muster.core.policy.RecordKind.TRIAGE;
import static io.muster.core.policy.RecordKind.VENDORS;

import io.muster.core.drill.Exercise;
import io.muster.core.incident.ActionEvent;
import io.muster.core.incident.AlertEvent;
import io.muster.core.incident.AudienceEvent;
import io.muster.core.incident.DocumentEvent;
import io.muster.core.incident.DossierEvent;
import io.muster.core.incident.DraftEvent;
import io.muster.core.incident.DrillEvent;
import io.muster.core.incident.DutyEvent;
import io.muster.core.incident.EvidenceEvent;
import io.muster.core.incident.FactEvent;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.ReachEvent;
import io.muster.core.incident.ReviewEvent;
import io.muster.core.incident.RoomEvent;
import io.muster.core.incident.StatusPageEvent;
import io.muster.core.incident.TalkEvent;
import io.muster.core.incident.TaskEvent;
import io.muster.core.incident.TicketEvent;
import io.muster.core.incident.VendorEvent;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.RecordKind;
import io.muster.core.program.ProgramEvent;
import io.muster.core.reach.Reaches;

import java.util.Set;

/** What each event shows. Chatter, reminders and what Muster did in the chat show nothing. */
final class Kinds {
    private Kinds() {}

    static Set<RecordKind> of(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.Declared ignored -> Set.of(REPORTS);
            case IncidentEvent.Acknowledged ignored -> Set.of(TRIAGE);
            case IncidentEvent.Confirmed ignored -> Set.of(TRIAGE);
            case IncidentEvent.Classified ignored -> Set.of(TRIAGE);
            case IncidentEvent.Dismissed ignored -> Set.of(TRIAGE);
            case IncidentEvent.SeverityChanged ignored -> Set.of(TRIAGE);
            case IncidentEvent.PhaseStarted ignored -> Set.of(PHASES);
            case IncidentEvent.PhaseFinished e ->
                    e.reached().isPresent() ? Set.of(PHASES, RECOVERY) : Set.of(PHASES);
            case IncidentEvent.ItemTicked ignored -> Set.of(CHECKLISTS);
            case IncidentEvent.ItemUnticked ignored -> Set.of(CHECKLISTS);
            case IncidentEvent.RoleAssigned ignored -> Set.of(ROLES);
            case IncidentEvent.RolePaged ignored -> Set.of(ROLES);
            case IncidentEvent.UpdatePosted ignored -> Set.of();
            case IncidentEvent.NoteAdded ignored -> Set.of();
            case IncidentEvent.Resolved ignored -> Set.of(RECOVERY);
            case IncidentEvent.Reopened ignored -> Set.of(RECOVERY);
            case IncidentEvent.Closed ignored -> Set.of(RECOVERY);
            case IncidentEvent.ObligationOpened ignored -> Set.of();
            case IncidentEvent.ObligationMet e -> clocks(e.id());
            case IncidentEvent.ObligationReturned e -> clocks(e.id());
            case IncidentEvent.ObligationMissed e -> clocks(e.id());
            case IncidentEvent.ObligationDropped ignored -> Set.of();
            case IncidentEvent.ObligationMoved ignored -> Set.of();
            case IncidentEvent.ObligationRejudged e -> clocks(e.id());
            case IncidentEvent.ObligationRang e -> e.escalation() ? Set.of(ESCALATION) : Set.of();
            case IncidentEvent.ObligationSnoozed ignored -> Set.of();
            case IncidentEvent.RoomOpened ignored -> Set.of();
            case IncidentEvent.RoomRefused ignored -> Set.of();
            case IncidentEvent.PersonJoined ignored -> Set.of();
            case TaskEvent.GateOverridden ignored -> Set.of(PHASES);
            case TaskEvent ignored -> Set.of(CHECKLISTS);
            case DossierEvent e -> of(e);
        };
    }

    /** The end of the watch is shown by closing; a step of reaching somebody is no promise. */
    private static Set<RecordKind> clocks(ObligationId id) {
        return isPromise(id) ? Set.of(CLOCKS) : Set.of();
    }

    /**
     * Whether somebody was promised it. To close later than the stability watch is no fault, and an
     * inject that waits in a drill is owed to nobody.
     */
    static boolean isPromise(ObligationId id) {
        return !id.clock().equals(ClockRule.STABILITY)
                && !Reaches.isStep(id)
                && !Exercise.isSecret(id.clock());
    }

    private static Set<RecordKind> of(DossierEvent event) {
        return switch (event) {
            case FactEvent.DetectionRecorded ignored -> Set.of(REPORTS);
            case FactEvent ignored -> Set.of(TRIAGE);
            case EvidenceEvent ignored -> Set.of(EVIDENCE);
            case AudienceEvent.AudiencesOwed ignored -> Set.of();
            case AudienceEvent ignored -> Set.of(ESCALATION);
            case DutyEvent.VendorToldUs ignored -> Set.of(VENDORS);
            case DutyEvent.SeverityReached ignored -> Set.of();
            case DutyEvent ignored -> Set.of(NOTICES);
            case DraftEvent.DraftApproved ignored -> Set.of(APPROVALS);
            case DraftEvent.DraftReleased ignored -> Set.of(APPROVALS);
            case DraftEvent.DraftSent ignored -> Set.of(APPROVALS, NOTICES);
            case DraftEvent ignored -> Set.of();
            case ReviewEvent.ReviewApproved ignored -> Set.of(POST_MORTEMS, APPROVALS);
            case ReviewEvent.ReviewSectionWritten ignored -> Set.of();
            case ReviewEvent ignored -> Set.of(POST_MORTEMS);
            case ActionEvent ignored -> Set.of(ACTIONS);
            case DrillEvent ignored -> Set.of(DRILLS);
            case DocumentEvent ignored -> Set.of();
            case VendorEvent ignored -> Set.of(VENDORS);
            case TicketEvent.TicketOpened e -> e.action() > 0 ? Set.of(ACTIONS) : Set.of();
            case TicketEvent ignored -> Set.of(); // where it is kept beside; Muster's record counts
            case AlertEvent.AlertRaised ignored -> Set.of(REPORTS);
            case AlertEvent ignored -> Set.of(); // the record of alerts has each of them
            case StatusPageEvent ignored -> Set.of(NOTICES);
            case ReachEvent.ReachDelivered e ->
                    e.hash().isPresent() ? Set.of(ESCALATION, NOTICES) : Set.of(ESCALATION);
            case ReachEvent.ReachFailed ignored -> Set.of(ESCALATION);
            case ReachEvent ignored -> Set.of(); // what was tried; what came of it counts
            case RoomEvent ignored -> Set.of();
            case TalkEvent.HandoverTaken ignored -> Set.of(ROLES);
            case TalkEvent ignored -> Set.of();
        };
    }

    static Set<RecordKind> of(ProgramEvent event) {
        return switch (event) {
            case ProgramEvent.PlanAdopted ignored -> Set.of(PLAN);
            case ProgramEvent.PlanDutyOwed ignored -> Set.of();
            case ProgramEvent.PlanDutyJoined ignored -> Set.of(PLAN);
            case ProgramEvent.PlanDutyRevised ignored -> Set.of(PLAN);
            case ProgramEvent.PlanDutyDropped ignored -> Set.of(PLAN);
            case ProgramEvent.PlanDrillBegun ignored -> Set.of(DRILLS);
            case ProgramEvent.PlanDutyMet e ->
                    e.drill().isPresent() ? Set.of(PLAN, DRILLS) : Set.of(PLAN);
            case ProgramEvent.PlanDutyRang ignored -> Set.of();
            case ProgramEvent.OnCallOverridden ignored -> Set.of(ROLES);
            case ProgramEvent.OnCallOverrideCancelled ignored -> Set.of(ROLES);
            case ProgramEvent.ControlReportAsked ignored -> Set.of(); // it proves nothing by itself
            case ProgramEvent.MaintenanceAnnounced ignored -> Set.of(); // no incident
            case ProgramEvent.MaintenanceCalledOff ignored -> Set.of();
        };
    }
}
