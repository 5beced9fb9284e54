package io.muster.db.outbox;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.db.Archive;
import io.muster.db.DatabaseAddress;
import io.muster.db.TestDatabase;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** A Muster as far as the outbox has to do with it: its sign of life, its pool, its claims. */
final class Node implements AutoCloseable {
    private static final Duration LEASE = Duration.ofMinutes(5);

    final AtomicInteger woken = new AtomicInteger();
    final NodePresence presence;
    final Outbox outbox;
    final Archive archive;

    Node(TestDatabase database) {
        this(database, database.address());
    }

    /** A node that shows itself alive by another way. */
    Node(TestDatabase database, DatabaseAddress way) {
        this.archive = database.archive();
        this.presence = new NodePresence(way, woken::incrementAndGet);
        this.outbox = new Outbox(presence.node(), woken::incrementAndGet);
    }

    void put(IncidentId incident, int rank, Effect... effects) {
        archive.run(tx -> outbox.put(tx, incident, List.of(effects), rank));
    }

    void put(IncidentId incident, Effect... effects) {
        put(incident, 0, effects);
    }

    List<OutboxItem> claim() {
        return claim(100);
    }

    List<OutboxItem> claim(int most) {
        return archive.transact(tx -> outbox.claim(tx, most, LEASE));
    }

    /** Claims what it can never finish in time. */
    List<OutboxItem> claimForNoTime() {
        return archive.transact(tx -> outbox.claim(tx, 100, Duration.ZERO));
    }

    /** The one thing that can be claimed. */
    OutboxItem claimOne() {
        List<OutboxItem> claimed = claim();
        if (claimed.size() != 1) {
            throw new AssertionError("one was expected: " + claimed);
        }
        return claimed.getFirst();
    }

    void sent(OutboxItem item) {
        archive.run(tx ->
                outbox.sent(
                        tx,
                        item,
                        java.util.Optional.of("C1"),
                        java.util.Optional.of("ts" + item.id())));
    }

    void sent(List<OutboxItem> items) {
        items.forEach(this::sent);
    }

    /** Settles an item in another way. */
    void settle(OutboxItem item, BiConsumer<io.muster.db.Tx, OutboxItem> how) {
        archive.run(tx -> how.accept(tx, item));
    }

    @Override
    public void close() {
        presence.close();
    }
}
