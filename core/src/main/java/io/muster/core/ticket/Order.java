package io.muster.core.ticket;

import java.time.Instant;
import java.util.Objects;

/**
 * A ticket that Muster is to open.
 *
 * @param action the number of the action item that it is for
 * @param since when it was first asked for: before that it cannot have been opened
 * @param times how often it was asked for
 * @param key its number there, once it is open
 * @param url its address, once it is open
 * @param why why it was refused
 */
public record Order(
        int action, Instant since, int times, State state, String key, String url, String why) {
    /** In the place of an action item's number. */
    public static final int THE_INCIDENT = 0;

    public Order {
        Objects.requireNonNull(since);
        Objects.requireNonNull(state);
    }

    /** Where an order stands. */
    public enum State {
        PENDING,
        OPENED,
        REFUSED
    }

    /** One that was asked for just now. */
    public static Order of(int action, Instant since, int times) {
        return new Order(action, since, times, State.PENDING, "", "", "");
    }

    /** Whether it is still to be opened. */
    public boolean isPending() {
        return state == State.PENDING;
    }

    /** Whether it is open. */
    public boolean isOpened() {
        return state == State.OPENED;
    }

    Order opened(String number, String address) {
        return new Order(action, since, times, State.OPENED, number, address, "");
    }

    Order refused(String reason) {
        return new Order(action, since, times, State.REFUSED, key, url, reason);
    }
}
