/** Where the incident stands in the team's own system: {@link io.muster.core.ticket.Ticket}. */
@NullMarked
package io.muster.core.ticket;

import org.jspecify.annotations.NullMarked;
