package io.muster.core.incident;

import io.muster.core.checklist.Tick;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.Milestone;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is true of an incident after one thing more has happened to it. */
final class IncidentFold {
    private IncidentFold() {}

    static Incident after(Incident incident, Happened happened) {
        Actor by = happened.by();
        Instant at = happened.at();
        return switch (happened.event()) {
            case IncidentEvent.Declared ignored ->
                    throw new IllegalStateException(incident.id() + " was declared twice");
            case IncidentEvent.Acknowledged ignored ->
                    incident.with(Status.ACKNOWLEDGED)
                            .with(incident.milestones().with(Milestone.ACKNOWLEDGED, at, by))
                            .with(incident.dossier().takenUp(happened));
            case IncidentEvent.Confirmed e ->
                    incident.with(Status.CONFIRMED)
                            .with(incident.header().confirmed(e.kind()))
                            .with(incident.milestones().with(Milestone.CONFIRMED, at, by));
            case IncidentEvent.Classified e -> incident.with(incident.header().with(e.kind()));
            case IncidentEvent.Dismissed ignored -> incident.with(Status.DISMISSED);
            case IncidentEvent.SeverityChanged e ->
                    incident.with(incident.header().with(e.to(), e.raised()));
            case IncidentEvent.PhaseStarted e -> started(incident, e, by, at);
            case IncidentEvent.PhaseFinished e -> finished(incident, e, by, at);
            case IncidentEvent.ItemTicked e ->
                    incident.with(
                            incident.checklists().with(e.item(), new Tick(by, at, e.byItself())));
            case IncidentEvent.ItemUnticked e ->
                    incident.with(incident.checklists().without(e.item()));
            case IncidentEvent.RoleAssigned e ->
                    incident.with(
                            incident.crew()
                                    .with(
                                            incident.crew()
                                                    .roles()
                                                    .with(e.role(), e.person(), e.byPolicy()))
                                    .with(e.person()));
            case IncidentEvent.RolePaged e ->
                    paged(incident, e).with(incident.dossier().called(e, happened));
            case IncidentEvent.UpdatePosted e ->
                    incident.with(
                            new Updates(
                                    e.number(),
                                    Optional.of(
                                            new Updates.Update(
                                                    e.number(),
                                                    e.known(),
                                                    e.doing(),
                                                    e.need(),
                                                    by,
                                                    at))));
            case IncidentEvent.NoteAdded ignored -> incident;
            case IncidentEvent.Resolved ignored ->
                    incident.with(Status.RESOLVED)
                            .with(
                                    incident.milestones()
                                            .with(Milestone.RESTORED, at, by)
                                            .with(Milestone.RESOLVED, at, by));
            case IncidentEvent.Reopened ignored ->
                    incident.with(
                                    incident.milestones().has(Milestone.CONFIRMED)
                                            ? Status.CONFIRMED
                                            : Status.ACKNOWLEDGED)
                            .with(incident.milestones().reopened(at));
            case IncidentEvent.Closed ignored ->
                    incident.with(Status.CLOSED)
                            .with(incident.milestones().with(Milestone.CLOSED, at, by));
            case IncidentEvent.ObligationOpened e ->
                    incident.with(incident.obligations().with(e.obligation()));
            case IncidentEvent.ObligationMet e ->
                    owing(incident, e.id(), o -> o.settled(Obligation.State.MET, at));
            case IncidentEvent.ObligationReturned e ->
                    owing(incident, e.id(), Obligation::returned);
            case IncidentEvent.ObligationMissed e ->
                    owing(incident, e.id(), o -> o.settled(Obligation.State.MISSED, at));
            case IncidentEvent.ObligationDropped e ->
                    owing(incident, e.id(), o -> o.settled(Obligation.State.DROPPED, at));
            case IncidentEvent.ObligationMoved e ->
                    owing(
                            incident,
                            e.id(),
                            o -> o.moved(e.anchor(), e.to(), e.lapses(), e.rungs()));
            case IncidentEvent.ObligationRejudged e ->
                    owing(incident, e.id(), o -> o.rejudged(e.to()));
            case IncidentEvent.ObligationRang e ->
                    owing(incident, e.id(), o -> o.rang(e.rung(), at))
                            .with(incident.crew().withAll(e.bringsIn()));
            case IncidentEvent.ObligationSnoozed e ->
                    owing(incident, e.id(), o -> o.snoozed(e.until()));
            case IncidentEvent.RoomOpened e ->
                    RoomFold.opened(incident, new Room(e.channel(), e.name()));
            case IncidentEvent.RoomRefused ignored -> RoomFold.refused(incident);
            case IncidentEvent.PersonJoined e -> incident.with(incident.crew().with(e.person()));
            case RoomEvent e -> RoomFold.after(incident, e);
            case DossierEvent e ->
                    incident.with(incident.dossier().apply(e, happened))
                            .with(incident.crew().withAll(e.bringsIn()));
            case TaskEvent e -> incident.with(TaskFold.after(incident.checklists(), e, happened));
        };
    }

    private static Incident started(
            Incident incident, IncidentEvent.PhaseStarted e, Actor by, Instant at) {
        return incident.with(
                        incident.phases().with(e.phase(), new Workstream(by, at, Optional.empty())))
                .with(
                        e.undone()
                                .map(m -> incident.milestones().without(m, at))
                                .orElse(incident.milestones()));
    }

    private static Incident finished(
            Incident incident, IncidentEvent.PhaseFinished e, Actor by, Instant at) {
        Workstreams changed =
                incident.phases()
                        .find(e.phase())
                        .map(workstream ->
                                incident.phases().with(e.phase(), workstream.finished(at)))
                        .orElse(incident.phases());
        return incident.with(changed)
                .with(
                        e.reached()
                                .map(m -> incident.milestones().with(m, at, by))
                                .orElse(incident.milestones()));
    }

    private static Incident paged(Incident incident, IncidentEvent.RolePaged e) {
        Crew called = incident.crew().withAll(e.people());
        return switch (e.cause()) {
            case DECLARED, SEVERITY, POLICY -> incident.with(called.paged(e.role()));
            case ESCALATED -> incident.with(called.escalatedTo(e.people()));
            case BY_HAND, ALERT -> incident.with(called);
        };
    }

    private static Incident owing(
            Incident incident, ObligationId obligation, UnaryOperator<Obligation> change) {
        return incident.obligations()
                .find(obligation)
                .map(o -> incident.with(incident.obligations().with(change.apply(o))))
                .orElseThrow(
                        () -> new IllegalStateException(incident.id() + " owes no " + obligation));
    }
}
