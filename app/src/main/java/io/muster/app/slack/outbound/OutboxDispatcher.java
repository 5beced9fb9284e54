package io.muster.app.slack.outbound;

import io.muster.db.Archive;
import io.muster.db.outbox.Outbox;
import io.muster.db.outbox.OutboxItem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Claims what is on the outbox and has it carried out, lanes side by side. It is woken after each
 * commit and looks by itself now and then, in case a wake was lost with the node that sent it.
 */
public final class OutboxDispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);

    private static final int AT_ONCE = 48;
    private static final int ATTEMPTS_AT_SOMETHING_STRANGE = 6;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final Duration FINISH = Duration.ofSeconds(7);

    private final Archive archive;
    private final Outbox outbox;
    private final EffectRunner runner;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Wake wake;
    private final Thread loop;
    private volatile boolean stopping;

    /**
     * Starts dispatching.
     *
     * @param wake what the outbox calls when there is something to do
     */
    OutboxDispatcher(Archive archive, Outbox outbox, EffectRunner runner, Wake wake) {
        this.archive = archive;
        this.outbox = outbox;
        this.runner = runner;
        this.wake = wake;
        this.loop = Thread.ofPlatform().name("outbox").start(this::loop);
    }

    /** Takes nothing new, finishes what is in hand, at most for some seconds. */
    @Override
    public void close() {
        stopping = true;
        wake.run();
        try {
            loop.join(FINISH);
            if (!free.tryAcquire(AT_ONCE, FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "Some messages were still on their way; they will be looked up at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
    }

    private void loop() {
        while (!stopping) {
            try {
                if (!claimAndRun()) {
                    wake.await(sleep());
                }
            } catch (RuntimeException e) {
                LOG.warn("The outbox could not be read; trying again: {}", e.getMessage());
                wake.await(LONGEST_SLEEP);
            }
        }
    }

    /** Whether anything was claimed, so that it is worth looking again at once. */
    private boolean claimAndRun() {
        int room = free.availablePermits();
        if (room == 0) {
            return false;
        }
        List<OutboxItem> items = archive.transact(tx -> outbox.claim(tx, room, LEASE));
        for (OutboxItem item : items) {
            free.acquireUninterruptibly();
            workers.execute(() -> carryOut(item));
        }
        return !items.isEmpty();
    }

    private Duration sleep() {
        Optional<Instant> next = archive.transact(outbox::nextAttempt);
        Duration until = next.map(at -> Duration.between(Instant.now(), at)).orElse(LONGEST_SLEEP);
        Duration atLeast = Duration.ofMillis(20);
        return until.compareTo(LONGEST_SLEEP) > 0
                ? LONGEST_SLEEP
                : until.compareTo(atLeast) < 0 ? atLeast : until;
    }

    private void carryOut(OutboxItem item) {
        try {
            settle(item, attempt(item));
        } catch (RuntimeException e) {
            // The lease runs out by itself and the row is then looked up; nothing is lost.
            LOG.warn(
                    "What became of row {} could not be written down: {}",
                    item.id(),
                    e.getMessage());
        } finally {
            free.release();
            wake.run();
        }
    }

    private Deed attempt(OutboxItem item) {
        try {
            return runner.run(item);
        } catch (RuntimeException e) {
            LOG.error("Row {} ({}) failed", item.id(), item.effect().getClass().getSimpleName(), e);
            return item.attempts() < ATTEMPTS_AT_SOMETHING_STRANGE
                    ? new Deed.Doubtful(
                            Pace.backOff(item.attempts()), String.valueOf(e.getMessage()), true)
                    : new Deed.Hopeless(String.valueOf(e.getMessage()));
        }
    }

    private void settle(OutboxItem item, Deed deed) {
        archive.run(tx -> {
            switch (deed) {
                case Deed.Done done -> outbox.sent(tx, item, done.channel(), done.ts());
                case Deed.Later later -> outbox.tryAgain(tx, item, later.after(), later.reason());
                case Deed.Doubtful doubtful ->
                        outbox.unknown(
                                tx, item, doubtful.after(), doubtful.reason(), doubtful.justNow());
                case Deed.TooSoon tooSoon -> outbox.tooSoon(tx, item, tooSoon.after());
                case Deed.Needless needless -> outbox.skip(tx, item, needless.reason());
                case Deed.Hopeless hopeless -> {
                    LOG.error(
                            "Set aside row {} ({} of {}): {}",
                            item.id(),
                            item.effect().getClass().getSimpleName(),
                            item.incident(),
                            hopeless.reason());
                    outbox.park(tx, item, hopeless.reason());
                }
            }
        });
    }
}
