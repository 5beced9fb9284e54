package io.muster.app.clock;

import io.muster.app.desk.DigestDesk;
import io.muster.app.desk.Office;
import io.muster.core.policy.Digest;
import io.muster.core.policy.Policy;
import io.muster.db.time.DatabaseClock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Optional;

/**
 * Knocks for the latest digest that should have gone out by now. By the database's clock and not by
 * the bell's own: a node whose clock is ahead would ring too early, one that was down too late, and
 * a trial's time is pushed. A turn that was missed is made up for once.
 */
public final class DailyDigest {
    private static final Logger LOG = LoggerFactory.getLogger(DailyDigest.class);

    private final DatabaseClock clock;
    private final Office office;
    private final DigestDesk desk;
    private volatile Instant last = Instant.MIN;

    /** Knocks at this desk. */
    public DailyDigest(DatabaseClock clock, Office office, DigestDesk desk) {
        this.clock = clock;
        this.office = office;
        this.desk = desk;
    }

    /** Knocks if a turn has come since the last knock. */
    public void knock() {
        Policy policy = office.policy();
        Optional<Digest> digest = policy.digest();
        if (digest.isEmpty()) {
            return;
        }
        Instant slot =
                digest.get().latest(clock.now(), policy.calendar(digest.get().calendar()).zone());
        if (slot.isAfter(last)) {
            send(slot);
        }
    }

    /** What fails here must not keep other promises from being rung. */
    private void send(Instant slot) {
        try {
            int readers = desk.send(slot);
            last = slot;
            LOG.info("The digest of {} went to {} people", slot, readers);
        } catch (RuntimeException e) {
            LOG.error("The digest of {} failed; it is tried again at the next ring", slot, e);
        }
    }
}
