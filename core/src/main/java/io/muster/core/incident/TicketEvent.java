package io.muster.core.incident;

import io.muster.core.FreeText;

/** What became known of the ticket in the team's own system. */
public sealed interface TicketEvent extends DossierEvent {
    /** The incident is kept there. */
    record TicketLinked(FreeText link) implements TicketEvent {}
}
