package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.checklist.Checklists;
import io.muster.core.checklist.Tick;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Obligations;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is true of an incident now: one slice per room. An immutable value, made by folding what has
 * happened; it sees neither policy nor clock.
 */
public record Incident(
        IncidentId id,
        Status status,
        Header header,
        Milestones milestones,
        Crew crew,
        Workstreams phases,
        Checklists checklists,
        Obligations obligations,
        Updates updates,
        Optional<Room> room,
        Dossier dossier) {
    /** The incident that its first event, {@link IncidentEvent.Declared}, brings into being. */
    public static Incident declared(IncidentId id, Happened first) {
        if (!(first.event() instanceof IncidentEvent.Declared e)) {
            throw new IllegalStateException(id + " does not begin with a declaration");
        }
        Header header =
                new Header(
                        e.title(),
                        e.description(),
                        e.severity(),
                        e.kind(),
                        e.isPrivate(),
                        e.suspicion(),
                        e.drill(),
                        e.source(),
                        e.detectedAt(),
                        first.by(),
                        e.policy());
        Crew crew = first.by().person().map(Crew.NOBODY::with).orElse(Crew.NOBODY);
        return new Incident(
                id,
                Status.REPORTED,
                header,
                Milestones.NONE.with(Milestone.DECLARED, first.at(), first.by()),
                crew,
                Workstreams.NONE,
                Checklists.NONE,
                Obligations.NONE,
                Updates.NONE,
                Optional.empty(),
                Dossier.NONE);
    }

    /** What is true after this. */
    public Incident apply(Happened happened) {
        Actor by = happened.by();
        Instant at = happened.at();
        return switch (happened.event()) {
            case IncidentEvent.Declared ignored ->
                    throw new IllegalStateException(id + " was declared twice");
            case IncidentEvent.Acknowledged ignored ->
                    with(Status.ACKNOWLEDGED)
                            .with(milestones.with(Milestone.ACKNOWLEDGED, at, by))
                            .with(dossier.takenUp(happened));
            case IncidentEvent.Confirmed e ->
                    with(Status.CONFIRMED)
                            .with(header.confirmed(e.kind()))
                            .with(milestones.with(Milestone.CONFIRMED, at, by));
            case IncidentEvent.Classified e -> with(header.with(e.kind()));
            case IncidentEvent.Dismissed ignored -> with(Status.DISMISSED);
            case IncidentEvent.SeverityChanged e -> with(header.with(e.to(), e.raised()));
            case IncidentEvent.PhaseStarted e ->
                    with(phases.with(e.phase(), new Workstream(by, at, Optional.empty())));
            case IncidentEvent.PhaseFinished e -> finished(e, by, at);
            case IncidentEvent.ItemTicked e ->
                    with(checklists.with(e.item(), new Tick(by, at, e.byItself())));
            case IncidentEvent.ItemUnticked e -> with(checklists.without(e.item()));
            case IncidentEvent.RoleAssigned e ->
                    with(
                            crew.with(crew.roles().with(e.role(), e.person(), e.byPolicy()))
                                    .with(e.person()));
            case IncidentEvent.RolePaged e -> paged(e).with(dossier.called(e, happened));
            case IncidentEvent.UpdatePosted e ->
                    with(
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
            case IncidentEvent.NoteAdded ignored -> this;
            case IncidentEvent.Resolved ignored ->
                    with(Status.RESOLVED)
                            .with(
                                    milestones
                                            .with(Milestone.RESTORED, at, by)
                                            .with(Milestone.RESOLVED, at, by));
            case IncidentEvent.Reopened ignored ->
                    with(milestones.has(Milestone.CONFIRMED)
                                    ? Status.CONFIRMED
                                    : Status.ACKNOWLEDGED)
                            .with(milestones.reopened(at));
            case IncidentEvent.Closed ignored ->
                    with(Status.CLOSED).with(milestones.with(Milestone.CLOSED, at, by));
            case IncidentEvent.ObligationOpened e -> with(obligations.with(e.obligation()));
            case IncidentEvent.ObligationMet e ->
                    owing(e.id(), o -> o.settled(Obligation.State.MET, at));
            case IncidentEvent.ObligationReturned e -> owing(e.id(), Obligation::returned);
            case IncidentEvent.ObligationMissed e ->
                    owing(e.id(), o -> o.settled(Obligation.State.MISSED, at));
            case IncidentEvent.ObligationDropped e ->
                    owing(e.id(), o -> o.settled(Obligation.State.DROPPED, at));
            case IncidentEvent.ObligationMoved e ->
                    owing(e.id(), o -> o.moved(e.anchor(), e.to(), e.lapses(), e.rungs()));
            case IncidentEvent.ObligationRejudged e -> owing(e.id(), o -> o.rejudged(e.to()));
            case IncidentEvent.ObligationRang e -> owing(e.id(), o -> o.rang(e.rung(), at));
            case IncidentEvent.ObligationSnoozed e -> owing(e.id(), o -> o.snoozed(e.until()));
            case IncidentEvent.RoomOpened e -> with(new Room(e.channel(), e.name()));
            case IncidentEvent.RoomRefused ignored -> this;
            case IncidentEvent.PersonJoined e -> with(crew.with(e.person()));
            case DossierEvent e ->
                    with(dossier.apply(e, happened)).with(crew.withAll(e.bringsIn()));
            case TaskEvent e -> with(TaskFold.after(checklists, e, happened));
        };
    }

    /** What is true after all of these, done by the same actor at the same instant. */
    public Incident applyAll(List<IncidentEvent> events, Actor by, Instant at) {
        Incident after = this;
        for (IncidentEvent event : events) {
            after = after.apply(new Happened(event, by, at));
        }
        return after;
    }

    /** How grave it is. */
    public SeverityName severity() {
        return header.severity();
    }

    /** Who commands it, if anyone does. */
    public Optional<PersonId> commander() {
        return crew.roles().holder(Role.COMMANDER);
    }

    /** When it was declared. */
    public Instant declaredAt() {
        return milestones.at(Milestone.DECLARED).orElseThrow();
    }

    /** Whether this person may see it. */
    public boolean visibleTo(PersonId person, Set<PersonId> admins) {
        return !header.isPrivate() || crew.has(person) || admins.contains(person);
    }

    /** Who holds this role here. */
    public Optional<PersonId> holder(RoleName role) {
        return crew.roles().holder(role);
    }

    private Incident finished(IncidentEvent.PhaseFinished e, Actor by, Instant at) {
        Workstreams changed =
                phases.find(e.phase())
                        .map(workstream -> phases.with(e.phase(), workstream.finished(at)))
                        .orElse(phases);
        return with(changed)
                .with(e.reached().map(m -> milestones.with(m, at, by)).orElse(milestones));
    }

    private Incident paged(IncidentEvent.RolePaged e) {
        Crew called = crew.withAll(e.people());
        return switch (e.cause()) {
            case DECLARED, SEVERITY, POLICY -> with(called.paged(e.role()));
            case ESCALATED -> with(called.escalatedTo(e.people()));
            case BY_HAND -> with(called);
        };
    }

    private Incident owing(ObligationId obligation, UnaryOperator<Obligation> change) {
        return obligations
                .find(obligation)
                .map(o -> with(obligations.with(change.apply(o))))
                .orElseThrow(() -> new IllegalStateException(id + " owes no " + obligation));
    }

    private Incident with(Status s) {
        return new Incident(
                id,
                s,
                header,
                milestones,
                crew,
                phases,
                checklists,
                obligations,
                updates,
                room,
                dossier);
    }

    private Incident with(Header h) {
        return new Incident(
                id,
                status,
                h,
                milestones,
                crew,
                phases,
                checklists,
                obligations,
                updates,
                room,
                dossier);
    }

    private Incident with(Milestones m) {
        return new Incident(
                id,
                status,
                header,
                m,
                crew,
                phases,
                checklists,
                obligations,
                updates,
                room,
                dossier);
    }

    private Incident with(Crew c) {
        return new Incident(
                id,
                status,
                header,
                milestones,
                c,
                phases,
                checklists,
                obligations,
                updates,
                room,
                dossier);
    }

    private Incident with(Workstreams w) {
        return new Incident(
                id,
                status,
                header,
                milestones,
                crew,
                w,
                checklists,
                obligations,
                updates,
                room,
                dossier);
    }

    private Incident with(Checklists c) {
        return new Incident(
                id,
                status,
                header,
                milestones,
                crew,
                phases,
                c,
                obligations,
                updates,
                room,
                dossier);
    }

    private Incident with(Obligations o) {
        return new Incident(
                id,
                status,
                header,
                milestones,
                crew,
                phases,
                checklists,
                o,
                updates,
                room,
                dossier);
    }

    private Incident with(Updates u) {
        return new Incident(
                id,
                status,
                header,
                milestones,
                crew,
                phases,
                checklists,
                obligations,
                u,
                room,
                dossier);
    }

    private Incident with(Room r) {
        return new Incident(
                id,
                status,
                header,
                milestones,
                crew,
                phases,
                checklists,
                obligations,
                updates,
                Optional.of(r),
                dossier);
    }

    private Incident with(Dossier d) {
        return new Incident(
                id,
                status,
                header,
                milestones,
                crew,
                phases,
                checklists,
                obligations,
                updates,
                room,
                d);
    }
}
