package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;

import java.util.Optional;

/** What is said of the ticket in the team's own system. */
public sealed interface TicketCommand extends DossierCommand {
    /** The incident is kept there; what was linked before is replaced, and stays in the record. */
    record LinkTicket(FreeText link) implements TicketCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.RECORD_FACT);
    }
}
