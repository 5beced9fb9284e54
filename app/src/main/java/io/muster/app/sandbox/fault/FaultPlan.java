package io.muster.app.sandbox.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The faults that wait for their calls. A method named {@code *} means any. */
public final class FaultPlan {
    /** How the whole API is. */
    public enum Health {
        UP,
        DOWN,
        MAINTENANCE
    }

    private static final class Waiting {
        private final String method;
        private final Fault fault;
        private int times;

        Waiting(String method, Fault fault, int times) {
            this.method = method;
            this.fault = fault;
            this.times = times;
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Duration> latency = new ConcurrentHashMap<>();
    private volatile Health health = Health.UP;
    private volatile Duration hiddenHistory = Duration.ZERO;

    public synchronized void add(String method, Fault fault, int times) {
        waiting.add(new Waiting(method, fault, times));
    }

    /** The first fault that waits for this method; it counts as happened. */
    public synchronized Optional<Fault> take(String method) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting next = each.next();
            if (next.method.equals(method) || next.method.equals("*")) {
                next.times--;
                if (next.times <= 0) {
                    each.remove();
                }
                return Optional.of(next.fault);
            }
        }
        return Optional.empty();
    }

    public void latency(String method, Duration delay) {
        latency.put(method, delay);
    }

    public Duration latency(String method) {
        return latency.getOrDefault(method, latency.getOrDefault("*", Duration.ZERO));
    }

    public Health health() {
        return health;
    }

    public void health(Health now) {
        health = now;
    }

    /** Messages younger than this are not yet found by history: reads lag behind writes. */
    public Duration hiddenHistory() {
        return hiddenHistory;
    }

    public void hideHistory(Duration age) {
        hiddenHistory = age;
    }

    public synchronized void clear() {
        waiting.clear();
        latency.clear();
        health = Health.UP;
        hiddenHistory = Duration.ZERO;
    }
}
