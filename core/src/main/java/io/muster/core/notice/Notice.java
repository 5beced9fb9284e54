package io.muster.core.notice;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Room;
import io.muster.core.incident.Status;
import io.muster.core.obligation.ObligationId;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is said, before anyone decides how it looks. */
public sealed interface Notice {
    /** One sentence about one thing that happened. */
    record Line(Tone tone, Phrase phrase) implements Notice {
        public Line {
            Objects.requireNonNull(tone);
        }
    }

    /**
     * A status update.
     *
     * @param nextDue when the next one is owed, if the policy asks for one
     * @param running the phases that ran when it was posted
     */
    record StatusUpdate(
            int number,
            SeverityName severity,
            FreeText known,
            FreeText doing,
            FreeText need,
            Actor by,
            Optional<Instant> nextDue,
            List<PhaseName> running)
            implements Notice {
        public StatusUpdate {
            running = List.copyOf(running);
        }
    }

    /**
     * A promise that wants keeping.
     *
     * @param whom who is meant, as a sentence with mentions
     * @param canSnooze it has not been snoozed yet
     */
    record Reminder(
            ObligationId obligation,
            String title,
            Instant due,
            boolean overdue,
            boolean escalation,
            Phrase whom,
            boolean canSnooze)
            implements Notice {}

    /**
     * A call to one person.
     *
     * @param as the role in which they are called
     * @param why what they are called for, as a sentence
     */
    record Call(String as, Phrase why) implements Notice {}

    /** Something about the post-mortem that asks for the next step. */
    record PostMortem(Step step, Phrase phrase) implements Notice {
        /** Where it stands. */
        public enum Step {
            DRAFTED,
            SUBMITTED,
            SENT_BACK,
            APPROVED,
            /** Somebody wants a public version, which has to be written. */
            PUBLICATION
        }
    }

    /** Something about an action item, to its owner. */
    record ActionItem(int number, Phrase phrase) implements Notice {}

    /**
     * Something became of a draft; shown with what can be done about it now.
     *
     * @param draft its number
     */
    record DraftNews(int draft, Tone tone, Phrase phrase) implements Notice {
        public DraftNews {
            Objects.requireNonNull(tone);
        }
    }

    /**
     * One person is asked to read a draft and agree to it.
     *
     * @param as the role in which they are asked
     */
    record DraftReview(int draft, int revision, String as) implements Notice {}

    /** One sentence that asks for something, and the buttons that do it. */
    record Ask(Tone tone, Phrase phrase, List<Choice> choices) implements Notice {
        public Ask {
            choices = List.copyOf(choices);
        }

        /**
         * One way to answer.
         *
         * @param action what pressing it does, as the conversations know it
         * @param detail what it is about, within the incident
         */
        public record Choice(String label, String action, String detail, boolean primary) {}
    }

    /**
     * Word to one person who must know, by the plan.
     *
     * @param as the role in which they must know
     * @param confidential they may not look into it, so that they are told no more than that it is
     */
    record Word(String as, boolean confidential) implements Notice {}

    /**
     * A shift on call changed hands; to one of the two.
     *
     * @param title the role
     * @param incoming whether it goes to whoever takes over
     * @param other the other one; empty if there is nobody, or nobody whom the chat knows
     * @param until when the shift ends, if that is known
     * @param open what is open, for whoever may not look into private incidents
     * @param more how many more are open
     */
    record HandOver(
            String title,
            boolean incoming,
            Optional<PersonId> other,
            Optional<Instant> until,
            List<Digest.Entry> open,
            int more)
            implements Notice {
        public HandOver {
            open = List.copyOf(open);
        }
    }

    /** Below a message: what was declared from it, and where people work on it. */
    record Origin() implements Notice {}

    /** The small incidents since the last digest, for one person. */
    record Digest(List<Entry> entries) implements Notice {
        public Digest {
            entries = List.copyOf(entries);
        }

        /**
         * One of them.
         *
         * @param title blank if the reader may not look into it
         * @param channel empty if it has none, or the reader may not look into it
         */
        public record Entry(
                IncidentId incident,
                SeverityName severity,
                FreeText title,
                Status status,
                boolean drill,
                Optional<String> channel) {
            /** The incident as this person may see it. */
            public static Entry of(Incident incident, PersonId reader) {
                boolean open = incident.visibleTo(reader, Set.of(), Set.of());
                return new Entry(
                        incident.id(),
                        incident.severity(),
                        open ? incident.header().title() : FreeText.NONE,
                        incident.status(),
                        incident.header().drill(),
                        incident.room().filter(room -> open).map(Room::channel));
            }
        }
    }

    /**
     * How a line feels; each is also said in words, so that nothing hangs on a colour or a sign.
     */
    enum Tone {
        /** Something to know. */
        PLAIN,
        /** Something got better. */
        GOOD,
        /** Something got worse or is late. */
        BAD,
        /** A decision that an auditor will look at. */
        WEIGHTY
    }
}
