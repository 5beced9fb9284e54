package io.muster.core.incident;

import io.muster.core.FreeText;

/**
 * What became known of the tickets in the team's own system. An action of zero stands for the
 * incident itself.
 */
public sealed interface TicketEvent extends DossierEvent {
    /** The incident is kept there. */
    record TicketLinked(FreeText link) implements TicketEvent {}

    /** Muster is to open one. */
    record TicketOrdered(int action) implements TicketEvent {}

    /**
     * Muster opened one.
     *
     * @param key its number there
     */
    record TicketOpened(int action, String key, String url) implements TicketEvent {}

    /** The other side will not open one. */
    record TicketRefused(int action, String why) implements TicketEvent {}

    /** The other side did not take what has happened since. */
    record TicketNotUpdated(int action, String why) implements TicketEvent {}
}
