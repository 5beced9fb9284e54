package io.muster.app.slack.outbound;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * One call at a time for each place, so that a slow one never lands on top of a later one. Of those
 * that wait only the newest is made: what the others would have shown is old by then.
 */
final class Newest {
    private static final Logger LOG = LoggerFactory.getLogger(Newest.class);

    private final Executor executor;
    private final Set<String> busy = new HashSet<>();
    private final Map<String, Runnable> waiting = new HashMap<>();

    Newest(Executor executor) {
        this.executor = executor;
    }

    /** Makes this call when it is its turn at this place; returns at once. */
    synchronized void run(String place, Runnable call) {
        if (busy.contains(place)) {
            waiting.put(place, call);
            return;
        }
        executor.execute(() -> runAll(place, call));
        busy.add(place);
    }

    private void runAll(String place, Runnable first) {
        Optional<Runnable> call = Optional.of(first);
        while (call.isPresent()) {
            try {
                call.get().run();
            } catch (RuntimeException e) {
                LOG.warn("What is shown could not be renewed", e);
            }
            call = next(place);
        }
    }

    private synchronized Optional<Runnable> next(String place) {
        Optional<Runnable> call = Optional.ofNullable(waiting.remove(place));
        if (call.isEmpty()) {
            busy.remove(place);
        }
        return call;
    }
}
