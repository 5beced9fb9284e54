package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;
import io.muster.core.policy.Target;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can have happened. The stored names of these are for ever, and what is stored
 * must always be readable: a record may gain an {@code Optional} or a list, never lose or rename
 * anything.
 */
public sealed interface IncidentEvent
        permits IncidentEvent.Declared,
                IncidentEvent.Acknowledged,
                IncidentEvent.Confirmed,
                IncidentEvent.Classified,
                IncidentEvent.Dismissed,
                IncidentEvent.SeverityChanged,
                IncidentEvent.PhaseStarted,
                IncidentEvent.PhaseFinished,
                IncidentEvent.ItemTicked,
                IncidentEvent.ItemUnticked,
                IncidentEvent.RoleAssigned,
                IncidentEvent.RolePaged,
                IncidentEvent.UpdatePosted,
                IncidentEvent.NoteAdded,
                IncidentEvent.Resolved,
                IncidentEvent.Reopened,
                IncidentEvent.Closed,
                IncidentEvent.ObligationOpened,
                IncidentEvent.ObligationMet,
                IncidentEvent.ObligationReturned,
                IncidentEvent.ObligationMissed,
                IncidentEvent.ObligationDropped,
                IncidentEvent.ObligationMoved,
                IncidentEvent.ObligationRejudged,
                IncidentEvent.ObligationRang,
                IncidentEvent.ObligationSnoozed,
                IncidentEvent.RoomOpened,
                IncidentEvent.RoomRefused,
                IncidentEvent.PersonJoined,
                TaskEvent,
                DossierEvent {
    /** Whom this brings into the incident's channel. */
    default List<PersonId> bringsIn() {
        return List.of();
    }

    /** Somebody said that something is wrong. */
    record Declared(
            FreeText title,
            FreeText description,
            SeverityName severity,
            Optional<KindName> kind,
            boolean isPrivate,
            boolean suspicion,
            boolean drill,
            Source source,
            Optional<Instant> detectedAt,
            PolicyVersion policy)
            implements IncidentEvent {}

    /** Somebody took it up. */
    record Acknowledged() implements IncidentEvent {}

    /**
     * It is an incident.
     *
     * @param by what made it so when nobody said it in words, for example a phase that was started
     */
    record Confirmed(Optional<KindName> kind, Optional<String> by) implements IncidentEvent {}

    /** It is of this kind. */
    record Classified(Optional<KindName> before, KindName kind, String title)
            implements IncidentEvent {}

    /** It is not an incident. */
    record Dismissed(FreeText reason) implements IncidentEvent {}

    /** It was classified anew. */
    record SeverityChanged(SeverityName from, SeverityName to, boolean raised, FreeText reason)
            implements IncidentEvent {}

    /**
     * A workstream began.
     *
     * @param undone what had been reached by finishing it before, and is not any more
     */
    record PhaseStarted(PhaseName phase, String title, Optional<Milestone> undone)
            implements IncidentEvent {
        /** It began, and what had been reached stands. */
        public PhaseStarted(PhaseName phase, String title) {
            this(phase, title, Optional.empty());
        }
    }

    /**
     * A workstream ended.
     *
     * @param leftOpen required items that were not done; empty unless {@code override} says why
     */
    record PhaseFinished(
            PhaseName phase,
            String title,
            Optional<Milestone> reached,
            List<ItemName> leftOpen,
            FreeText override)
            implements IncidentEvent {}

    /** A checklist item was done. */
    record ItemTicked(ItemName item, String text, boolean byItself) implements IncidentEvent {}

    /** A checklist item was opened again. */
    record ItemUnticked(ItemName item, String text) implements IncidentEvent {}

    /** A person was given a role. */
    record RoleAssigned(
            RoleName role,
            String title,
            PersonId person,
            Optional<PersonId> before,
            boolean byPolicy)
            implements IncidentEvent {
        @Override
        public List<PersonId> bringsIn() {
            return List.of(person);
        }
    }

    /**
     * Those who hold a role were called.
     *
     * @param people who they are; empty if nobody holds the role, which is recorded just the same
     */
    record RolePaged(
            RoleName role, String title, List<PersonId> people, PageCause cause, FreeText reason)
            implements IncidentEvent {
        @Override
        public List<PersonId> bringsIn() {
            return people;
        }
    }

    /** A status update was posted. */
    record UpdatePosted(int number, FreeText known, FreeText doing, FreeText need)
            implements IncidentEvent {}

    /** Something worth keeping was said. */
    record NoteAdded(FreeText text) implements IncidentEvent {}

    /** The work is done. */
    record Resolved(FreeText summary) implements IncidentEvent {}

    /** It came back, or had been closed or dismissed too early. */
    record Reopened(Status from, FreeText reason) implements IncidentEvent {}

    /**
     * The file was shut.
     *
     * @param override why before the watch was over; blank if it was over
     * @param stableFrom since when it had been stable
     */
    record Closed(FreeText override, Optional<Instant> stableFrom) implements IncidentEvent {}

    /** A promise was made. */
    record ObligationOpened(Obligation obligation) implements IncidentEvent {}

    /** A promise was kept. */
    record ObligationMet(ObligationId id, String title, Instant due, boolean late)
            implements IncidentEvent {}

    /** A promise that had been kept is owed again, because what kept it was undone. */
    record ObligationReturned(ObligationId id, String title) implements IncidentEvent {}

    /**
     * Turns of a repeating promise passed without being kept.
     *
     * @param turns how many in a row, this one included
     */
    record ObligationMissed(ObligationId id, String title, Instant due, int turns)
            implements IncidentEvent {}

    /** A promise is no longer owed. */
    record ObligationDropped(ObligationId id, String title, String why) implements IncidentEvent {}

    /** A promise got another deadline. */
    record ObligationMoved(
            ObligationId id,
            String title,
            Instant from,
            Instant anchor,
            Instant to,
            Optional<Instant> lapses,
            List<Rung> rungs,
            String why)
            implements IncidentEvent {}

    /** A promise that was already kept is judged by another deadline. */
    record ObligationRejudged(ObligationId id, String title, Instant from, Instant to, boolean late)
            implements IncidentEvent {}

    /**
     * A reminder or an escalation of a promise was spoken.
     *
     * @param rung how many rungs of the ladder have now spoken
     * @param told who was told; a target whose role nobody holds is told to nobody
     * @param overdue its time was up
     */
    record ObligationRang(
            ObligationId id,
            String title,
            Instant due,
            boolean overdue,
            int rung,
            boolean escalation,
            List<Told> told)
            implements IncidentEvent {
        @Override
        public List<PersonId> bringsIn() {
            return escalation
                    ? told.stream().flatMap(t -> t.people().stream()).distinct().toList()
                    : List.of();
        }
    }

    /** Reminders were silenced for a while; the deadline stays. */
    record ObligationSnoozed(ObligationId id, String title, Instant until)
            implements IncidentEvent {}

    /** The incident has a channel. */
    record RoomOpened(String channel, String name) implements IncidentEvent {}

    /** The incident could not get a channel. */
    record RoomRefused(String reason) implements IncidentEvent {}

    /** A person came in. */
    record PersonJoined(PersonId person) implements IncidentEvent {}

    /** Why somebody was called. */
    enum PageCause {
        /** The incident was declared or confirmed, and the policy says that they must know. */
        DECLARED,
        /** The severity changed, and the policy says that they must know. */
        SEVERITY,
        /** The policy says that they must know, and only now they could be told. */
        POLICY,
        /** Somebody asked for them. */
        BY_HAND,
        /** Somebody asked for the next person up. */
        ESCALATED,
        /** An alert is graver than the incident that it belongs to. */
        ALERT
    }

    /** Whom a rung meant, and who that was. */
    record Told(Target target, String title, List<PersonId> people) {
        public Told {
            people = List.copyOf(people);
        }
    }
}
