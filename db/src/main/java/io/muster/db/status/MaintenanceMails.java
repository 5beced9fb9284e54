package io.muster.db.status;

import static io.muster.db.jooq.Tables.MAINTENANCE_MAIL;
import static io.muster.db.jooq.Tables.STATUS_SUBSCRIBER;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.muster.db.Tx;
import io.muster.db.time.DatabaseClock;

import org.jooq.Condition;

import java.time.Instant;
import java.util.List;

/** For which subscribers a mail about announced work was written. */
public final class MaintenanceMails {
    /** The next of those who have no such mail yet; from now on they count as having. */
    public List<Long> next(Tx tx, long work, boolean calledOff, int most) {
        return tx.dsl()
                .insertInto(
                        MAINTENANCE_MAIL,
                        MAINTENANCE_MAIL.MAINTENANCE,
                        MAINTENANCE_MAIL.CALLED_OFF,
                        MAINTENANCE_MAIL.SUBSCRIBER,
                        MAINTENANCE_MAIL.WRITTEN_AT)
                .select(
                        select(
                                        val(work),
                                        val(calledOff),
                                        STATUS_SUBSCRIBER.ID,
                                        val(DatabaseClock.now(tx)))
                                .from(STATUS_SUBSCRIBER)
                                .where(STATUS_SUBSCRIBER.CONFIRMED_AT.isNotNull())
                                .and(hasNone(work, calledOff))
                                .orderBy(STATUS_SUBSCRIBER.ID)
                                .limit(most))
                .onConflictDoNothing()
                .returningResult(MAINTENANCE_MAIL.SUBSCRIBER)
                .fetch(row -> row.value1());
    }

    private static Condition hasNone(long work, boolean calledOff) {
        return notExists(
                selectOne()
                        .from(MAINTENANCE_MAIL)
                        .where(MAINTENANCE_MAIL.MAINTENANCE.eq(work))
                        .and(MAINTENANCE_MAIL.CALLED_OFF.eq(calledOff))
                        .and(MAINTENANCE_MAIL.SUBSCRIBER.eq(STATUS_SUBSCRIBER.ID)));
    }

    static void forgetUntil(Tx tx, Instant then) {
        tx.dsl().deleteFrom(MAINTENANCE_MAIL).where(MAINTENANCE_MAIL.WRITTEN_AT.le(then)).execute();
    }
}
