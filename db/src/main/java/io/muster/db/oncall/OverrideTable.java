package io.muster.db.oncall;

import static io.muster.db.jooq.Tables.ON_CALL_OVERRIDE;

import io.muster.core.PersonId;
import io.muster.core.policy.RoleName;
import io.muster.core.program.Overrides;
import io.muster.core.roster.DutyOverride;
import io.muster.db.Tx;
import io.muster.db.jooq.tables.records.OnCallOverrideRecord;

import org.jooq.impl.DSL;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The overrides that still matter, for every decision that asks who is on duty. */
public final class OverrideTable {
    private OverrideTable() {}

    /** Writes what changed. */
    public static void follow(Tx tx, Overrides before, Overrides after) {
        if (before.equals(after)) {
            return;
        }
        Set<Integer> gone = new HashSet<>();
        before.all().forEach(o -> gone.add(o.number()));
        after.all().forEach(o -> gone.remove(o.number()));
        if (!gone.isEmpty()) {
            tx.dsl().deleteFrom(ON_CALL_OVERRIDE).where(ON_CALL_OVERRIDE.NUMBER.in(gone)).execute();
        }
        List<OnCallOverrideRecord> changed =
                after.all().stream()
                        .filter(o -> !before.all().contains(o))
                        .map(OverrideTable::row)
                        .toList();
        if (!changed.isEmpty()) {
            tx.dsl()
                    .insertInto(ON_CALL_OVERRIDE)
                    .columns(ON_CALL_OVERRIDE.fields())
                    .valuesOfRecords(changed)
                    .onConflict(ON_CALL_OVERRIDE.NUMBER)
                    .doUpdate()
                    .set(ON_CALL_OVERRIDE.UNTIL_AT, DSL.excluded(ON_CALL_OVERRIDE.UNTIL_AT))
                    .execute();
        }
    }

    /** How an override is written. */
    public static OnCallOverrideRecord row(DutyOverride override) {
        OnCallOverrideRecord row = new OnCallOverrideRecord();
        row.setNumber(override.number());
        row.setRole(override.role().value());
        row.setPerson(override.person().value());
        row.setFromAt(override.from());
        row.setUntilAt(override.until());
        return row;
    }

    /** Every override that ends after this instant, in the order of their numbers. */
    public static List<DutyOverride> endingAfter(Tx tx, Instant instant) {
        return tx.dsl()
                .select(
                        ON_CALL_OVERRIDE.NUMBER,
                        ON_CALL_OVERRIDE.ROLE,
                        ON_CALL_OVERRIDE.PERSON,
                        ON_CALL_OVERRIDE.FROM_AT,
                        ON_CALL_OVERRIDE.UNTIL_AT)
                .from(ON_CALL_OVERRIDE)
                .where(ON_CALL_OVERRIDE.UNTIL_AT.gt(instant))
                .orderBy(ON_CALL_OVERRIDE.NUMBER)
                .fetch(row ->
                        new DutyOverride(
                                row.value1(),
                                new RoleName(row.value2()),
                                new PersonId(row.value3()),
                                row.value4(),
                                row.value5()));
    }
}
