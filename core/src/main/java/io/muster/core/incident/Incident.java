package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.checklist.Checklists;
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
        return IncidentFold.after(this, happened);
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

    /**
     * Whether this person may see it.
     *
     * @param guests who sees nothing but what they were brought into
     */
    public boolean visibleTo(PersonId person, Set<PersonId> admins, Set<PersonId> guests) {
        boolean open = !header.isPrivate() && !guests.contains(person);
        return open || crew.has(person) || admins.contains(person);
    }

    /** Who holds this role here. */
    public Optional<PersonId> holder(RoleName role) {
        return crew.roles().holder(role);
    }

    /** The channel that it has, or the one that it lost and has no other in its place. */
    public Optional<Room> lastRoom() {
        return room.or(() -> dossier.whereabouts().lost().map(Whereabouts.Lost::room));
    }

    Incident withoutRoom() {
        return with(Optional.empty());
    }

    Incident with(Status s) {
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

    Incident with(Header h) {
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

    Incident with(Milestones m) {
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

    Incident with(Crew c) {
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

    Incident with(Workstreams w) {
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

    Incident with(Checklists c) {
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

    Incident with(Obligations o) {
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

    Incident with(Updates u) {
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

    Incident with(Room r) {
        return with(Optional.of(r));
    }

    private Incident with(Optional<Room> r) {
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
                r,
                dossier);
    }

    Incident with(Dossier d) {
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
