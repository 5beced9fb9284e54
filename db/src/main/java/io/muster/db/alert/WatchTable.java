package io.muster.db.alert;

import static io.muster.db.jooq.Tables.WATCH;

import io.muster.core.alert.Health;
import io.muster.core.alert.Watch;
import io.muster.db.Tx;

import org.jooq.impl.DSL;

import java.time.Instant;

/** Who asks a watched address when: every node may want to, one does. */
public final class WatchTable {
    /**
     * Takes a turn; whoever asks second for the same turn or an earlier one, on whichever node, is
     * told no.
     */
    public boolean claim(Tx tx, Watch watch, Instant slot) {
        return tx.dsl()
                        .insertInto(WATCH)
                        .set(WATCH.NAME, watch.name())
                        .set(WATCH.SLOT, slot)
                        .onConflict(WATCH.NAME)
                        .doUpdate()
                        .set(WATCH.SLOT, DSL.excluded(WATCH.SLOT))
                        .where(WATCH.SLOT.lt(slot))
                        .execute()
                == 1;
    }

    /** Locks how the address was doing. */
    public Health lock(Tx tx, Watch watch) {
        return tx.dsl()
                .select(WATCH.FAILURES, WATCH.FAILING)
                .from(WATCH)
                .where(WATCH.NAME.eq(watch.name()))
                .forUpdate()
                .fetchOptional(row -> new Health(row.value1(), row.value2()))
                .orElse(Health.UNKNOWN);
    }

    /** Writes how it is doing now. */
    public void put(Tx tx, Watch watch, Health health) {
        tx.dsl()
                .update(WATCH)
                .set(WATCH.FAILURES, health.failures())
                .set(WATCH.FAILING, health.failing())
                .where(WATCH.NAME.eq(watch.name()))
                .execute();
    }
}
