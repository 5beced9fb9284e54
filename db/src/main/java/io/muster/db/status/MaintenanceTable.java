package io.muster.db.status;

import static io.muster.db.jooq.Tables.MAINTENANCE;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.db.Tx;
import io.muster.db.jooq.tables.records.MaintenanceRecord;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;
import java.util.List;

/** Work that is announced to the public, who planned it and who called it off. */
public final class MaintenanceTable {
    private static final int MOST = 50;

    /** What a person plans. */
    public record Plan(
            FreeText title, List<String> components, FreeText text, Instant from, Instant to) {
        public Plan {
            components = List.copyOf(components);
        }
    }

    /** Keeps a plan; returns whether it was not kept already. */
    public boolean plan(Tx tx, Plan plan, PersonId by) {
        boolean known =
                tx.dsl()
                        .fetchExists(
                                MAINTENANCE,
                                MAINTENANCE
                                        .TITLE
                                        .eq(plan.title().text())
                                        .and(MAINTENANCE.STARTS_AT.eq(plan.from()))
                                        .and(MAINTENANCE.ENDS_AT.eq(plan.to()))
                                        .and(MAINTENANCE.CANCELLED_AT.isNull()));
        if (known) {
            return false;
        }
        tx.dsl()
                .insertInto(MAINTENANCE)
                .set(MAINTENANCE.TITLE, plan.title().text())
                .set(MAINTENANCE.AFFECTED, String.join("\n", plan.components()))
                .set(MAINTENANCE.WORDS, plan.text().text())
                .set(MAINTENANCE.STARTS_AT, plan.from())
                .set(MAINTENANCE.ENDS_AT, plan.to())
                .set(MAINTENANCE.PLANNED_BY, by.value())
                .set(MAINTENANCE.PLANNED_AT, DatabaseClock.now(tx))
                .execute();
        return true;
    }

    /** Calls it off; returns whether that was still to be done. */
    public boolean cancel(Tx tx, long id, PersonId by) {
        return tx.dsl()
                        .update(MAINTENANCE)
                        .set(MAINTENANCE.CANCELLED_BY, by.value())
                        .set(MAINTENANCE.CANCELLED_AT, DatabaseClock.now(tx))
                        .where(MAINTENANCE.ID.eq(id))
                        .and(MAINTENANCE.CANCELLED_AT.isNull())
                        .execute()
                == 1;
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

    private static Maintenance read(MaintenanceRecord row) {
        return new Maintenance(
                row.getId(),
                new FreeText(row.getTitle()),
                row.getAffected().lines().toList(),
                new FreeText(row.getWords()),
                row.getStartsAt(),
                row.getEndsAt(),
                row.getPlannedAt());
    }
}
