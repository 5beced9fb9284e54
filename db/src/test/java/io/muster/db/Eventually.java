package io.muster.db;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For what another process or thread does in its own time: look until it is so. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(2);

    private Eventually() {}

    /** Returns as soon as this is true; fails if it does not become so. */
    public static void isTrue(String what, BooleanSupplier question) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("did not become true: " + what);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
