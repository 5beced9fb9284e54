package io.muster.app.reach;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/**
 * How many may go out at once and in a minute. A server that hangs must not use up the hands that
 * Slack needs, and none should take us for a spammer.
 */
final class Gate {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BUSY = Duration.ofMillis(300);

    private final InstantSource clock;
    private final int aMinute;
    private final Semaphore hands;
    private final Deque<Instant> recent = new ArrayDeque<>();

    Gate(InstantSource clock, int atOnce, int aMinute) {
        this.clock = clock;
        this.aMinute = aMinute;
        this.hands = new Semaphore(atOnce);
    }

    /** Zero if one may go out now, who then has to {@link #leave}; else how long to wait. */
    Duration enter() {
        if (!hands.tryAcquire()) {
            return BUSY;
        }
        Duration wait = spend();
        if (!wait.isZero()) {
            hands.release();
        }
        return wait;
    }

    void leave() {
        hands.release();
    }

    private synchronized Duration spend() {
        Instant now = clock.instant();
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(now.minus(MINUTE))) {
            recent.removeFirst();
        }
        if (recent.size() >= aMinute) {
            return Duration.between(now, recent.peekFirst().plus(MINUTE)).plusMillis(1);
        }
        recent.addLast(now);
        return Duration.ZERO;
    }
}
