package io.muster.app.ticket;

import java.time.Duration;

/** What became of one attempt at the ticket system. */
public sealed interface Reply {
    /** There is such a ticket. */
    record Opened(String key, String url) implements Reply {}

    /** It was looked for, and is not there. */
    record Absent() implements Reply {}

    /** It was done, or was done before. */
    record Done() implements Reply {}

    /** It was not done; it may be at another time. */
    record Later(Duration after, String why) implements Reply {}

    /** It may have been done: the answer was lost. */
    record Lost(String why) implements Reply {}

    /** It will not be done, now or later. */
    record Refused(String why) implements Reply {}
}
