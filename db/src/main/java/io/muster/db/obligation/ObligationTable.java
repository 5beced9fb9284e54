package io.muster.db.obligation;

import static io.muster.db.jooq.Tables.OBLIGATION;

import io.muster.core.incident.IncidentId;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Obligations;
import io.muster.db.Tx;
import io.muster.db.jooq.Routines;
import io.muster.db.jooq.tables.records.ObligationRecord;

import org.jooq.impl.DSL;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All promises, with the instant at which the clock has to look at each next. */
public final class ObligationTable {
    /** Writes what changed. */
    public void follow(
            Tx tx, IncidentId incident, Optional<Obligations> before, Obligations after) {
        List<Obligation> changed =
                after.all().values().stream()
                        .filter(o ->
                                before.flatMap(b -> b.find(o.id())).filter(o::equals).isEmpty())
                        .toList();
        if (changed.isEmpty()) {
            return;
        }
        tx.dsl()
                .insertInto(OBLIGATION)
                .columns(OBLIGATION.fields())
                .valuesOfRecords(changed.stream().map(o -> row(incident, o)).toList())
                .onConflict(OBLIGATION.INCIDENT, OBLIGATION.ID)
                .doUpdate()
                .set(OBLIGATION.STATE, DSL.excluded(OBLIGATION.STATE))
                .set(OBLIGATION.DUE_AT, DSL.excluded(OBLIGATION.DUE_AT))
                .set(OBLIGATION.NEXT_AT, DSL.excluded(OBLIGATION.NEXT_AT))
                .set(OBLIGATION.SETTLED_AT, DSL.excluded(OBLIGATION.SETTLED_AT))
                .execute();
    }

    /** How a promise is written. */
    public static ObligationRecord row(IncidentId incident, Obligation obligation) {
        ObligationRecord row = new ObligationRecord();
        row.setIncident(incident.number());
        row.setId(obligation.id().toString());
        row.setTitle(obligation.title());
        row.setOwner(obligation.owner().value());
        row.setState(obligation.state().name());
        row.setDueAt(obligation.due());
        row.setNextAt(obligation.next().orElse(null));
        row.setSettledAt(obligation.settled().orElse(null));
        return row;
    }

    /** The incidents with an open promise by a clock whose name begins so, the oldest first. */
    public static List<IncidentId> owing(Tx tx, String clock, int limit) {
        return tx.dsl()
                .selectDistinct(OBLIGATION.INCIDENT)
                .from(OBLIGATION)
                .where(OBLIGATION.STATE.eq(Obligation.State.OPEN.name()))
                .and(OBLIGATION.ID.startsWith(clock))
                .orderBy(OBLIGATION.INCIDENT)
                .limit(limit)
                .fetch(row -> new IncidentId(row.value1()));
    }

    /** Incidents that owe something whose clock is called so and that is due by then. */
    public List<IncidentId> owing(Tx tx, String clockPrefix, Instant dueBy) {
        return tx.dsl()
                .selectDistinct(OBLIGATION.INCIDENT)
                .from(OBLIGATION)
                .where(OBLIGATION.NEXT_AT.isNotNull())
                .and(OBLIGATION.STATE.eq(Obligation.State.OPEN.name()))
                .and(OBLIGATION.ID.startsWith(clockPrefix))
                .and(OBLIGATION.DUE_AT.le(dueBy))
                .orderBy(OBLIGATION.INCIDENT)
                .fetch(row -> new IncidentId(row.value1()));
    }

    /** Promises whose time has come by the database's clock, the oldest first. */
    public List<Due> due(Tx tx, int limit) {
        return tx.dsl()
                .select(OBLIGATION.INCIDENT, OBLIGATION.ID, OBLIGATION.NEXT_AT)
                .from(OBLIGATION)
                .where(OBLIGATION.NEXT_AT.le(DSL.select(Routines.musterNow())))
                .orderBy(OBLIGATION.NEXT_AT, OBLIGATION.INCIDENT, OBLIGATION.ID)
                .limit(limit)
                .fetch(row ->
                        new Due(
                                new IncidentId(row.value1()),
                                ObligationId.parse(row.value2()),
                                row.value3()));
    }
}
