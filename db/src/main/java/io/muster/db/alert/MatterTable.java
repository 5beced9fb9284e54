package io.muster.db.alert;

import static io.muster.db.jooq.Tables.ALERT_MATTER;

import io.muster.core.alert.AlertKey;
import io.muster.core.incident.IncidentId;
import io.muster.db.Tx;

import java.time.Instant;
import java.util.Optional;

/** One row for each matter; whoever acts on it holds the row until the transaction ends. */
public final class MatterTable {
    /** Locks what is known of this matter. */
    public Matter lock(Tx tx, AlertKey key) {
        tx.dsl()
                .insertInto(ALERT_MATTER)
                .set(ALERT_MATTER.SOURCE, key.source())
                .set(ALERT_MATTER.FINGERPRINT, key.fingerprint())
                .onConflictDoNothing()
                .execute();
        return tx.dsl()
                .select(
                        ALERT_MATTER.INCIDENT,
                        ALERT_MATTER.FIRING,
                        ALERT_MATTER.TIMES,
                        ALERT_MATTER.LAST_AT)
                .from(ALERT_MATTER)
                .where(ALERT_MATTER.SOURCE.eq(key.source()))
                .and(ALERT_MATTER.FINGERPRINT.eq(key.fingerprint()))
                .forUpdate()
                .fetchSingle(row ->
                        new Matter(
                                Optional.ofNullable(row.value1()).map(IncidentId::new),
                                row.value2(),
                                row.value3(),
                                Optional.ofNullable(row.value4())));
    }

    /** Writes what is known now. */
    public void put(Tx tx, AlertKey key, Matter matter) {
        tx.dsl()
                .update(ALERT_MATTER)
                .set(ALERT_MATTER.INCIDENT, matter.incident().map(IncidentId::number).orElse(null))
                .set(ALERT_MATTER.FIRING, matter.firing())
                .set(ALERT_MATTER.TIMES, matter.times())
                .set(ALERT_MATTER.LAST_AT, matter.last().orElse((Instant) null))
                .where(ALERT_MATTER.SOURCE.eq(key.source()))
                .and(ALERT_MATTER.FINGERPRINT.eq(key.fingerprint()))
                .execute();
    }
}
