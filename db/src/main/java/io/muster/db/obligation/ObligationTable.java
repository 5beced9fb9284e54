package io.muster.db.obligation;

import static io.muster.db.jooq.Tables.OBLIGATION;

import io.muster.core.incident.IncidentId;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;
import io.muster.core.obligation.Obligations;
import io.muster.db.Tx;
import io.muster.db.jooq.Routines;

import org.jooq.impl.DSL;

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
        var rows =
                tx.dsl()
                        .insertInto(
                                OBLIGATION,
                                OBLIGATION.INCIDENT,
                                OBLIGATION.ID,
                                OBLIGATION.TITLE,
                                OBLIGATION.OWNER,
                                OBLIGATION.STATE,
                                OBLIGATION.DUE_AT,
                                OBLIGATION.NEXT_AT,
                                OBLIGATION.SETTLED_AT);
        for (Obligation o : changed) {
            rows =
                    rows.values(
                            incident.number(),
                            o.id().toString(),
                            o.title(),
                            o.owner().value(),
                            o.state().name(),
                            o.due(),
                            o.next().orElse(null),
                            o.settled().orElse(null));
        }
        rows.onConflict(OBLIGATION.INCIDENT, OBLIGATION.ID)
                .doUpdate()
                .set(OBLIGATION.STATE, DSL.excluded(OBLIGATION.STATE))
                .set(OBLIGATION.DUE_AT, DSL.excluded(OBLIGATION.DUE_AT))
                .set(OBLIGATION.NEXT_AT, DSL.excluded(OBLIGATION.NEXT_AT))
                .set(OBLIGATION.SETTLED_AT, DSL.excluded(OBLIGATION.SETTLED_AT))
                .execute();
    }

    /** Promises whose time has come by the database's clock, the oldest first. */
    public List<Due> due(Tx tx, int limit) {
        return tx.dsl()
                .select(OBLIGATION.INCIDENT, OBLIGATION.ID, OBLIGATION.NEXT_AT)
                .from(OBLIGATION)
                .where(OBLIGATION.NEXT_AT.le(Routines.musterNow()))
                .orderBy(OBLIGATION.NEXT_AT)
                .limit(limit)
                .fetch(row ->
                        new Due(
                                new IncidentId(row.value1()),
                                ObligationId.parse(row.value2()),
                                row.value3()));
    }
}
