package io.muster.db.status;

import static io.muster.db.jooq.Tables.MAINTENANCE;

import static org.jooq.impl.DSL.coalesce;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.statuspage.PlannedWork;
import io.muster.db.Tx;
import io.muster.db.jooq.tables.records.MaintenanceRecord;
import io.muster.db.time.DatabaseClock;

import org.jooq.Field;
import org.jooq.impl.DSL;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Work that is announced to the public, who planned it and who called it off. What is written here
 * stands in the journal of the program too, in the same transaction.
 */
public final class MaintenanceTable {
    private static final int MOST = 50;

    /** Lets nobody else announce or call off anything until the transaction ends. */
    public void lock(Tx tx) {
        tx.dsl().execute("select pg_advisory_xact_lock(hashtext('muster maintenance'))");
    }

    /** Whether this is announced already. */
    public boolean isAnnounced(Tx tx, PlannedWork work) {
        return tx.dsl()
                .fetchExists(
                        MAINTENANCE,
                        MAINTENANCE
                                .TITLE
                                .eq(work.title().text())
                                .and(MAINTENANCE.STARTS_AT.eq(work.from()))
                                .and(MAINTENANCE.ENDS_AT.eq(work.to()))
                                .and(MAINTENANCE.CANCELLED_AT.isNull()));
    }

    /** A number that no other work has. */
    public long number(Tx tx) {
        return Objects.requireNonNull(
                tx.dsl()
                        .select(
                                DSL.field(
                                        "nextval(pg_get_serial_sequence('maintenance', 'id'))",
                                        Long.class))
                        .fetchSingle()
                        .value1());
    }

    /** Keeps what is announced. */
    public void announce(Tx tx, long number, PlannedWork work, PersonId by) {
        tx.dsl()
                .insertInto(MAINTENANCE)
                .set(MAINTENANCE.ID, number)
                .set(MAINTENANCE.TITLE, work.title().text())
                .set(MAINTENANCE.AFFECTED, String.join("\n", work.components()))
                .set(MAINTENANCE.WORDS, work.text().text())
                .set(MAINTENANCE.STARTS_AT, work.from())
                .set(MAINTENANCE.ENDS_AT, work.to())
                .set(MAINTENANCE.PLANNED_BY, by.value())
                .set(MAINTENANCE.PLANNED_AT, DatabaseClock.now(tx))
                .execute();
    }

    /** Calls it off, if that is still to be done. */
    public void callOff(Tx tx, long id, PersonId by) {
        tx.dsl()
                .update(MAINTENANCE)
                .set(MAINTENANCE.CANCELLED_BY, by.value())
                .set(MAINTENANCE.CANCELLED_AT, DatabaseClock.now(tx))
                .where(MAINTENANCE.ID.eq(id))
                .and(MAINTENANCE.CANCELLED_AT.isNull())
                .execute();
    }

    /** What has this number. */
    public Optional<Maintenance> find(Tx tx, long id) {
        return tx.dsl()
                .selectFrom(MAINTENANCE)
                .where(MAINTENANCE.ID.eq(id))
                .fetchOptional(MaintenanceTable::read);
    }

    /** What is not over by then and was not called off, the next first. */
    public List<Maintenance> after(Tx tx, Instant then) {
        return tx.dsl()
                .selectFrom(MAINTENANCE)
                .where(MAINTENANCE.ENDS_AT.gt(then))
                .and(MAINTENANCE.CANCELLED_AT.isNull())
                .orderBy(MAINTENANCE.STARTS_AT, MAINTENANCE.ID)
                .limit(MOST)
                .fetch(MaintenanceTable::read);
    }

    /** What was announced or called off since then, the newest first. */
    public List<Maintenance> since(Tx tx, Instant then) {
        Field<Instant> changed = coalesce(MAINTENANCE.CANCELLED_AT, MAINTENANCE.PLANNED_AT);
        return tx.dsl()
                .selectFrom(MAINTENANCE)
                .where(changed.ge(then))
                .orderBy(changed.desc(), MAINTENANCE.ID.desc())
                .limit(MOST)
                .fetch(MaintenanceTable::read);
    }

    /** All of which the journal of the program has to tell. */
    public List<Maintenance> recorded(Tx tx) {
        return tx.dsl()
                .selectFrom(MAINTENANCE)
                .where(MAINTENANCE.BEFORE_RECORD.isFalse())
                .orderBy(MAINTENANCE.ID)
                .fetch(MaintenanceTable::read);
    }

    private static Maintenance read(MaintenanceRecord row) {
        return new Maintenance(
                row.getId(),
                new PlannedWork(
                        new FreeText(row.getTitle()),
                        row.getAffected().lines().toList(),
                        new FreeText(row.getWords()),
                        row.getStartsAt(),
                        row.getEndsAt()),
                row.getPlannedAt(),
                Optional.ofNullable(row.getCancelledAt()));
    }
}
