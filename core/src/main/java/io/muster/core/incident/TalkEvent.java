package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.talk.Quoted;
import io.muster.core.talk.RunningClock;
import io.muster.core.talk.Spot;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Something that people did around the incident in the chat. */
public sealed interface TalkEvent extends DossierEvent {
    /**
     * A message was put into the timeline.
     *
     * @param said when it was written, as the chat says
     * @param quoted what it says; empty if it has to be read first
     * @param origin the incident was declared from it
     */
    record MessageMarked(Spot spot, Instant said, Optional<Quoted> quoted, boolean origin)
            implements TalkEvent {
        public MessageMarked {
            Objects.requireNonNull(spot);
        }
    }

    /** A message of the timeline was read. */
    record MessageRead(Spot spot, Instant said, Quoted quoted) implements TalkEvent {
        public MessageRead {
            Objects.requireNonNull(spot);
        }
    }

    /** A message of the timeline cannot be read. */
    record MessageUnreadable(Spot spot, Instant said, String reason) implements TalkEvent {
        public MessageUnreadable {
            Objects.requireNonNull(spot);
        }
    }

    /**
     * A message was taken out of the timeline again; what was recorded stays.
     *
     * @param quoted what it said, if it was read
     */
    record MessageWithdrawn(Spot spot, Instant said, Optional<Quoted> quoted) implements TalkEvent {
        public MessageWithdrawn {
            Objects.requireNonNull(spot);
        }
    }

    /** Somebody wants to hear of it. */
    record IncidentFollowed(PersonId person) implements TalkEvent {}

    /** Somebody no longer wants to hear of it. */
    record IncidentUnfollowed(PersonId person) implements TalkEvent {}

    /**
     * Whoever commands offers the command to somebody else.
     *
     * @param clocks those that ran at that moment, the most urgent first; empty in old records,
     *     where {@code open} names them
     * @param open what else was open at that moment, one sentence each
     * @param word what the one has to say to the other; may be blank
     */
    record HandoverOffered(
            PersonId from, PersonId to, List<RunningClock> clocks, List<String> open, FreeText word)
            implements TalkEvent {
        public HandoverOffered {
            clocks = List.copyOf(clocks);
            open = List.copyOf(open);
        }

        @Override
        public List<PersonId> bringsIn() {
            return List.of(to);
        }
    }

    /** The command was taken. */
    record HandoverTaken(PersonId from, PersonId to) implements TalkEvent {}

    /** The command was not taken, or the offer was taken back. */
    record HandoverEnded(PersonId from, PersonId to, String why) implements TalkEvent {}
}
