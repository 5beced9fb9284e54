package io.muster.app.sandbox.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong on the way to the app. */
public final class DeliveryFaults {
    private int copies = 1;
    private int lose;
    private int ignoreAcks;
    private int holdBack;
    private Duration delay = Duration.ZERO;
    private Duration clockSkew = Duration.ZERO;
    private final List<Outbound> held = new ArrayList<>();

    /** Each delivery arrives so many times, at once. */
    public synchronized void copies(int number) {
        copies = number;
    }

    public synchronized void delay(Duration by) {
        delay = by;
    }

    /** The next ones never arrive. */
    public synchronized void lose(int number) {
        lose = number;
    }

    /** The next acknowledgments over the socket are not heard. */
    public synchronized void ignoreAcks(int number) {
        ignoreAcks = number;
    }

    /** The next events wait for one another and arrive in reverse. */
    public synchronized void reorder(int number) {
        holdBack = number;
    }

    /** Slack's clock is off by so much when it signs. */
    public synchronized void clockSkew(Duration by) {
        clockSkew = by;
    }

    public synchronized void clear() {
        copies = 1;
        lose = 0;
        ignoreAcks = 0;
        holdBack = 0;
        delay = Duration.ZERO;
        clockSkew = Duration.ZERO;
        held.clear();
    }

    synchronized int copies() {
        return copies;
    }

    synchronized Duration delay() {
        return delay;
    }

    synchronized Duration clockSkew() {
        return clockSkew;
    }

    /** How many are still to be lost. */
    public synchronized int toLose() {
        return lose;
    }

    synchronized boolean losesThis() {
        return lose > 0 && lose-- > 0;
    }

    synchronized boolean ignoresThisAck() {
        return ignoreAcks > 0 && ignoreAcks-- > 0;
    }

    /** Those whose turn has come, in the order in which they go out. */
    synchronized List<Outbound> inTurn(Outbound delivery) {
        if (holdBack == 0) {
            return List.of(delivery);
        }
        held.addFirst(delivery);
        if (--holdBack > 0) {
            return List.of();
        }
        List<Outbound> released = List.copyOf(held);
        held.clear();
        return released;
    }
}
