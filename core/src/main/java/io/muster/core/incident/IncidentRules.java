package io.muster.core.incident;

import io.muster.core.Phrase;
import io.muster.core.reach.Reaches;

import java.util.List;
import java.util.Optional;

/** May we? One switch: the table of contents of all rules. */
public final class IncidentRules {
    /**
     * Numbers are given only to what is accepted, so that they have no gaps; nothing keeps this
     * one.
     */
    private static final IncidentId NOT_NUMBERED_YET = new IncidentId(Long.MAX_VALUE);

    private IncidentRules() {}

    /** Decides on a declaration, which no incident exists for yet. */
    public static Decision declare(IncidentCommand.Declare command, Moment moment) {
        Decision decision = LifecycleRules.declare(command, moment);
        return decision instanceof Decision.Accepted(List<IncidentEvent> events)
                ? new Decision.Accepted(follow(Unfolding.birth(NOT_NUMBERED_YET, events, moment)))
                : decision;
    }

    /**
     * Decides on everything else.
     *
     * @param moment holds the policy that the incident was opened under, and who asks
     */
    public static Decision decide(Incident incident, IncidentCommand command, Moment moment) {
        Optional<Decision> refusal = AccessRules.refusal(incident, command, moment);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Decision decision = rule(incident, command, moment);
        return decision instanceof Decision.Accepted(List<IncidentEvent> events)
                ? new Decision.Accepted(withConsequences(incident, events, moment))
                : decision;
    }

    /**
     * The answer to somebody who must not even learn that there is something. Where there is
     * nothing, it is the same.
     */
    public static Phrase notHere() {
        return Phrase.of("There is no incident here that you can see. ")
                .code("/incident list")
                .say(" shows those you can.");
    }

    private static Decision rule(Incident incident, IncidentCommand command, Moment moment) {
        return switch (command) {
            case IncidentCommand.Declare ignored ->
                    Decision.refuse(incident.id() + " is declared already.");
            case IncidentCommand.Acknowledge ignored ->
                    LifecycleRules.acknowledge(incident, moment);
            case IncidentCommand.Confirm c -> LifecycleRules.confirm(incident, c, moment);
            case IncidentCommand.Classify c -> LifecycleRules.classify(incident, c, moment);
            case IncidentCommand.Dismiss c -> LifecycleRules.dismiss(incident, c);
            case IncidentCommand.ChangeSeverity c ->
                    LifecycleRules.changeSeverity(incident, c, moment);
            case IncidentCommand.Resolve c -> LifecycleRules.resolve(incident, c, moment);
            case IncidentCommand.Reopen c -> LifecycleRules.reopen(incident, c, moment);
            case IncidentCommand.Close c -> LifecycleRules.close(incident, c, moment);
            case IncidentCommand.StartPhase c -> PhaseRules.start(incident, c, moment);
            case IncidentCommand.FinishPhase c -> PhaseRules.finish(incident, c, moment);
            case IncidentCommand.Tick c -> PhaseRules.tick(incident, c, moment);
            case IncidentCommand.Untick c -> PhaseRules.untick(incident, c, moment);
            case IncidentCommand.AssignRole c -> RosterRules.assign(incident, c, moment);
            case IncidentCommand.Join c -> RosterRules.join(incident, c);
            case IncidentCommand.Page c -> RosterRules.page(incident, c, moment);
            case IncidentCommand.Escalate c -> RosterRules.escalate(incident, c, moment);
            case IncidentCommand.PostUpdate c -> RecordRules.update(incident, c);
            case IncidentCommand.AddNote c -> RecordRules.note(c);
            case IncidentCommand.RecordRoom c -> RecordRules.room(incident, c);
            case IncidentCommand.RecordRoomRefused c -> RecordRules.roomRefused(incident, c);
            case IncidentCommand.Snooze c -> ObligationRules.snooze(incident, c, moment);
            case TaskCommand c -> TaskRules.decide(incident, c, moment);
            case IncidentCommand.Ring c -> ring(incident, c, moment);
            case DossierCommand c -> DossierRules.decide(incident, c, moment);
        };
    }

    private static Decision ring(Incident incident, IncidentCommand.Ring c, Moment moment) {
        if (Reaches.isStep(c.obligation())) {
            return ReachRules.ring(incident, c, moment);
        }
        return DrillRules.isInject(c.obligation())
                ? DrillRules.ring(incident, c, moment)
                : AudienceRules.rung(incident, c, moment)
                        .orElseGet(() -> ObligationRules.ring(incident, c, moment));
    }

    private static List<IncidentEvent> withConsequences(
            Incident incident, List<IncidentEvent> events, Moment moment) {
        Unfolding unfolding = new Unfolding(incident, moment);
        unfolding.happens(events);
        return follow(unfolding);
    }

    private static List<IncidentEvent> follow(Unfolding unfolding) {
        ReviewConsequences.follow(unfolding);
        ActionConsequences.follow(unfolding);
        RosterConsequences.follow(unfolding);
        StatusPageConsequences.follow(unfolding);
        PhaseConsequences.follow(unfolding);
        DraftConsequences.follow(unfolding);
        ObligationConsequences.follow(unfolding);
        DutyConsequences.follow(unfolding);
        AudienceConsequences.follow(unfolding);
        DrillConsequences.follow(unfolding);
        ReachConsequences.follow(unfolding);
        HandoverRules.follow(unfolding);
        TicketConsequences.follow(unfolding);
        RoomRules.follow(unfolding);
        return unfolding.events();
    }
}
