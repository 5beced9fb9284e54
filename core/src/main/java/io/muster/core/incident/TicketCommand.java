package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;
import io.muster.core.ticket.Order;

import java.util.Optional;

/**
 * What is said of the tickets in the team's own system. An action of zero stands for the incident
 * itself.
 */
public sealed interface TicketCommand extends DossierCommand {
    /** The incident is kept there; what was linked before is replaced, and stays in the record. */
    record LinkTicket(FreeText link) implements TicketCommand {}

    /** Muster shall open one, or try again after it was refused. */
    record OrderTicket(int action) implements TicketCommand {
        @Override
        public Optional<Act> act() {
            return Optional.of(action == Order.THE_INCIDENT ? Act.RECORD_FACT : Act.ACTION);
        }
    }

    /** It is open. */
    record RecordTicketOpened(int action, String key, String url) implements TicketCommand {}

    /** It will not be opened. */
    record RecordTicketRefused(int action, String why) implements TicketCommand {}

    /** It does not say what is true now, and somebody has to bring it up to date. */
    record RecordTicketNotUpdated(int action, String why) implements TicketCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.RECORD_FACT);
    }
}
