package io.muster.db;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several threads that begin at the same moment; the first failure of any of them is thrown. */
public final class Together {
    private static final long PATIENCE_SECONDS = 60;

    private Together() {}

    /** One turn of one thread. */
    public interface Turn {
        /** Does it. */
        void run(int thread, int turn) throws Exception;
    }

    /** So many threads, each taking so many turns. */
    public static void times(int threads, int turns, Turn turn) {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.add(
                        pool.submit(() -> {
                            go.await();
                            for (int t = 0; t < turns; t++) {
                                turn.run(thread, t);
                            }
                            return true;
                        }));
            }
            go.countDown();
            all.forEach(Together::join);
        }
    }

    /** Waits for what another thread does. */
    public static void join(Future<?> other) {
        try {
            other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("in another thread: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("another thread does not come to an end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
