package io.muster.core.ticket;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Objects;

/**
 * The ticket under which the incident is kept in the team's own system. The incident's number is
 * Muster's; this says where the rest of the house finds it.
 *
 * @param link its address, or its number where it has none
 * @param by who linked it
 */
public record Ticket(FreeText link, Actor by, Instant at) {
    public Ticket {
        Objects.requireNonNull(link);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }

    /** Is it an address that can be opened, without spaces or anything that would end a link? */
    public boolean opens() {
        return opens(link);
    }

    /** Is this an address that can be opened? */
    public static boolean opens(FreeText link) {
        return link.text().matches("(?i)https?://[^\\s<>|\"]+");
    }
}
