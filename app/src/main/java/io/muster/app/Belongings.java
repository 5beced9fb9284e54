package io.muster.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be closed again, in the opposite order of how it was opened. */
final class Belongings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Belongings.class);

    private final Deque<AutoCloseable> kept = new ArrayDeque<>();

    /** Keeps something to be closed later. */
    synchronized <T extends AutoCloseable> T keep(T belonging) {
        kept.push(belonging);
        return belonging;
    }

    @Override
    public synchronized void close() {
        while (!kept.isEmpty()) {
            AutoCloseable last = kept.pop();
            try {
                last.close();
            } catch (Exception e) {
                LOG.warn(
                        "{} did not close cleanly: {}",
                        last.getClass().getSimpleName(),
                        e.getMessage());
            }
        }
    }
}
