package io.muster.core.ticket;

import java.util.Locale;

/** What happens to an incident that a ticket may have to follow by moving. */
public enum TicketStep {
    RESOLVED,
    REOPENED,
    CLOSED,
    DISMISSED;

    /** The word in the team file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more is expected after it. */
    public boolean isOver() {
        return this == CLOSED || this == DISMISSED;
    }
}
