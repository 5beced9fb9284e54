package io.muster.app.cli;

import java.util.concurrent.CountDownLatch;

/** Waits for SIGTERM or Ctrl-C, and closes before the process ends. */
final class UntilStopped {
    private UntilStopped() {}

    static void wait(AutoCloseable... running) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    asked.countDown();
                                    closeAll(running);
                                    closed.countDown();
                                }));
        asked.await();
        closed.await();
    }

    private static void closeAll(AutoCloseable... running) {
        for (AutoCloseable r : running) {
            try {
                r.close();
            } catch (Exception e) {
                System.err.println("Muster did not stop cleanly: " + e.getMessage());
            }
        }
    }
}
