package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;
import io.muster.core.reach.Addressee;
import io.muster.core.talk.Spot;
import io.muster.core.ticket.TicketStep;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that the world must be told or that must be done there, stored together with the events
 * that caused it and carried out later, once.
 */
public sealed interface Effect {
    /** Open the incident's channel. */
    record OpenRoom() implements Effect {}

    /** Bring these people into the incident's channel. */
    record Bring(List<PersonId> people) implements Effect {
        public Bring {
            people = List.copyOf(people);
        }
    }

    /** Make this surface show what is true now. Asked twice before it is done, it is done once. */
    record Show(Surface surface) implements Effect {}

    /** Say something in the incident's channel. */
    record Say(MessageKey key, Notice notice) implements Effect {
        public Say {
            Objects.requireNonNull(key);
        }
    }

    /** Say something to one person alone. */
    record Tell(MessageKey key, PersonId person, Notice notice) implements Effect {
        public Tell {
            Objects.requireNonNull(key);
        }
    }

    /** Say something where incidents are announced; of what belongs to no incident. */
    record Announce(MessageKey key, Notice notice) implements Effect {
        public Announce {
            Objects.requireNonNull(key);
        }
    }

    /** Write the outcome under every message with this key and take its buttons away. */
    record Settle(MessageKey key, Phrase outcome) implements Effect {}

    /**
     * Hand out the incident's whole document as a file.
     *
     * @param to who gets it alone; empty for the incident's channel
     */
    record Export(Optional<PersonId> to) implements Effect {}

    /** Draw the incident's course and share the picture in its channel, and nowhere else. */
    record SharePicture() implements Effect {}

    /**
     * Draw the figures of the months up to this one, for one person alone.
     *
     * @param month its first instant
     */
    record SendCharts(PersonId to, Instant month) implements Effect {
        public SendCharts {
            Objects.requireNonNull(to);
            Objects.requireNonNull(month);
        }
    }

    /** Fetch an exhibit from the chat, hash it on the way and keep it. */
    record FetchEvidence(int exhibit) implements Effect {}

    /** Read a message that belongs into the timeline. */
    record ReadMessage(Spot spot) implements Effect {
        public ReadMessage {
            Objects.requireNonNull(spot);
        }
    }

    /** Say something below a message, wherever in the chat it stands. */
    record Reply(Spot spot, Notice notice) implements Effect {
        public Reply {
            Objects.requireNonNull(spot);
        }
    }

    /** Destroy the bytes of an exhibit that Muster kept. */
    record DestroyEvidence(int exhibit, String path) implements Effect {}

    /**
     * Hand the control report to this person alone.
     *
     * @param from its first instant
     * @param until the first instant after it
     */
    record SendReport(PersonId to, Instant from, Instant until) implements Effect {}

    /**
     * Send a mail.
     *
     * @param reach the number of what was ordered, within the incident
     */
    record Mail(int reach) implements Effect {}

    /**
     * Call a webhook of the team file.
     *
     * @param reach the number of what was ordered, within the incident
     */
    record Hook(int reach, String webhook) implements Effect {}

    /**
     * Send one mail about several incidents.
     *
     * @param orders what was ordered where
     */
    record MailDigest(Addressee to, List<Order> orders, List<Notice.Digest.Entry> entries)
            implements Effect {
        public MailDigest {
            Objects.requireNonNull(to);
            orders = List.copyOf(orders);
            entries = List.copyOf(entries);
        }

        /** What one of the incidents ordered. */
        public record Order(IncidentId incident, int reach) {}
    }

    /**
     * Something that those hear who follow the status page. It names an entry by its number within
     * the incident and its hash: what leaves is that entry, or nothing.
     */
    sealed interface ToFollowers extends Effect {
        /** Write a mail for each subscriber: in small lots, so that they crowd out nobody. */
        record SpreadStatus(int number, String hash) implements ToFollowers {}

        /**
         * Mail it to one subscriber.
         *
         * @param subscriber whose address stands nowhere but in their own row
         */
        record StatusLetter(long subscriber, int number, String hash) implements ToFollowers {}

        /** Tell each webhook that keeps a status page elsewhere. */
        record CallStatusHooks(int number, String hash) implements ToFollowers {}

        /**
         * Call one of them.
         *
         * @param part 0 for the incident; from 1 the components that it is about
         */
        record StatusCall(String webhook, int number, String hash, int part)
                implements ToFollowers {}

        /** Write a mail for each subscriber about announced work. Belongs to no incident. */
        record SpreadMaintenance(long work, boolean calledOff, String hash)
                implements ToFollowers {}

        /** Mail it to one subscriber. */
        record MaintenanceLetter(long subscriber, long work, boolean calledOff, String hash)
                implements ToFollowers {}

        /** Ask whoever wants to follow whether they do, by mail. Belongs to no incident. */
        record SubscriptionLetter(long subscriber) implements ToFollowers {}
    }

    /**
     * Open a ticket in the team's own system.
     *
     * @param action the number of the action item that it is for; zero: the incident itself
     */
    record OpenTicket(int action) implements Effect {}

    /** Say this under the ticket that was opened. */
    record TellTicket(int action, String words) implements Effect {}

    /** Let the ticket that was opened follow what happened. */
    record MoveTicket(int action, TicketStep step) implements Effect {}

    /** What is kept current for as long as the incident lives. */
    enum Surface {
        /** The pinned message with the buttons. */
        CARD,
        /** The pin on that message. */
        PIN,
        /** The message in the channel where incidents are announced. */
        ANNOUNCEMENT,
        /** The topic of the incident's channel. */
        TOPIC,
        /** The links at the top of the incident's channel. */
        BOOKMARKS,
        /** The incident's document: the canvas of its channel, or what stands in for it. */
        DOCUMENT,
        /** The approved post-mortem in the channel where incidents are announced. */
        POST_MORTEM,
        /** The calls that went out before the incident had a channel to work in. */
        CALLS
    }
}
