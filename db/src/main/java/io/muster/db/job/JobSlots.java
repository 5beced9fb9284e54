package io.muster.db.job;

import static io.muster.db.jooq.Tables.JOB_SLOT;

import io.muster.db.Tx;

import java.time.Instant;

/** Which turns of the jobs that run by the calendar were taken. */
public final class JobSlots {
    /**
     * Takes a turn; whoever asks second, on whichever node, is told no. A turn that is taken in a
     * transaction that fails was not taken.
     */
    public boolean claim(Tx tx, String job, Instant slot) {
        return tx.dsl()
                        .insertInto(JOB_SLOT)
                        .set(JOB_SLOT.JOB, job)
                        .set(JOB_SLOT.SLOT, slot)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
