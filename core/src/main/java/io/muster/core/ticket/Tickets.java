package io.muster.core.ticket;

import io.muster.core.FreeText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The tickets of one incident: where it is kept, and what Muster opened for it and for its action
 * items.
 *
 * @param linked where the incident itself is kept
 * @param orders what Muster was asked to open, in that order
 */
public record Tickets(Optional<Ticket> linked, List<Order> orders) {
    /** None. */
    public static final Tickets NONE = new Tickets(Optional.empty(), List.of());

    public Tickets {
        orders = List.copyOf(orders);
    }

    /** What was ordered for this action item, or for the incident itself. */
    public Optional<Order> order(int action) {
        return orders.stream().filter(o -> o.action() == action).findFirst();
    }

    /** Whether Muster opens it, or has, and it is still the one that counts. */
    public boolean isOurs(int action) {
        return order(action)
                .filter(order -> order.isPending() || (order.isOpened() && counts(order)))
                .isPresent();
    }

    private boolean counts(Order order) {
        boolean ofIncident = order.action() == Order.THE_INCIDENT;
        return !ofIncident || linked.filter(t -> t.link().text().equals(order.url())).isPresent();
    }

    /** With the incident kept there; what was being opened for it is no longer wanted. */
    public Tickets linked(Ticket ticket) {
        return new Tickets(
                Optional.of(ticket),
                orders.stream()
                        .filter(o -> o.action() != Order.THE_INCIDENT || !o.isPending())
                        .toList());
    }

    /**
     * With an action item kept there: what was being opened for it is no longer wanted, and what
     * was opened for it hears no more.
     *
     * @param link what somebody says; blank says nothing
     */
    public Tickets linked(int action, FreeText link) {
        return new Tickets(
                linked,
                orders.stream()
                        .filter(o ->
                                o.action() != action
                                        || link.isBlank()
                                        || o.url().equals(link.text()))
                        .toList());
    }

    /** With one more that Muster is to open, or is to try again. */
    public Tickets ordered(Order order) {
        List<Order> more = new ArrayList<>(orders);
        more.removeIf(o -> o.action() == order.action());
        more.add(order);
        return new Tickets(linked, more);
    }

    /** With this one opened. */
    public Tickets opened(int action, String key, String url) {
        return changed(action, o -> o.opened(key, url));
    }

    /** With this one refused. */
    public Tickets refused(int action, String why) {
        return changed(action, o -> o.refused(why));
    }

    /** With this as the incident's own ticket. */
    public Tickets kept(Ticket ticket) {
        return new Tickets(Optional.of(ticket), orders);
    }

    private Tickets changed(int action, UnaryOperator<Order> change) {
        return new Tickets(
                linked,
                orders.stream().map(o -> o.action() == action ? change.apply(o) : o).toList());
    }
}
