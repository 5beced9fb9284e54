package io.muster.app.ticket;

import io.muster.core.ticket.TicketStep;

import java.time.Instant;

/**
 * A ticket system. Whoever asks knows whether an answer was lost, and looks before asking again.
 */
public interface Tracker {
    /** Opens a ticket: {@link Reply.Opened}. */
    Reply open(Sheet sheet);

    /** Looks for the ticket: {@link Reply.Opened} or {@link Reply.Absent}. */
    Reply find(Sheet sheet);

    /**
     * Says something under a ticket: {@link Reply.Done}.
     *
     * @param mark by which what was said is found again
     */
    Reply tell(String key, String words, String mark);

    /** Looks whether it was said: {@link Reply.Done} or {@link Reply.Absent}. */
    Reply told(String key, String mark, Instant since);

    /**
     * Lets the ticket follow what happened: {@link Reply.Done}.
     *
     * @param mark by which the other side knows a repeat
     * @param again an earlier attempt may have succeeded
     */
    Reply move(String key, TicketStep step, String mark, boolean again);

    /** Whether it answers, takes the token and has the project: {@link Reply.Done}. */
    Reply check();
}
