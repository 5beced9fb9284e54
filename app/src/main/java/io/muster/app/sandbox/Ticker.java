package io.muster.app.sandbox;

import java.time.Duration;
import java.util.List;

/** Looks at the workspace's clock many times a second, so that turning it by hand has effect. */
final class Ticker implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(25);

    private final List<Runnable> whenDue;
    private final Thread thread;

    Ticker(Runnable... whenDue) {
        this.whenDue = List.of(whenDue);
        this.thread = Thread.ofVirtual().name("sandbox-ticker").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                whenDue.forEach(Runnable::run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
