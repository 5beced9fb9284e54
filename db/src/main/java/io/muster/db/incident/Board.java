package io.muster.db.incident;

import static io.muster.db.jooq.Tables.INCIDENT;
import static io.muster.db.jooq.Tables.ROOM;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Status;
import io.muster.core.policy.SeverityName;
import io.muster.db.Tx;

import java.util.List;
import java.util.Optional;

/**
 * Lists of incidents. It knows which are private but not who may see them: whoever shows a list
 * asks the incident itself.
 */
public final class Board {
    private static final List<String> OPEN =
            List.of(
                    Status.REPORTED.name(),
                    Status.ACKNOWLEDGED.name(),
                    Status.CONFIRMED.name(),
                    Status.RESOLVED.name());

    /** Incidents that are not over, the gravest first, then the oldest. */
    public List<BoardRow> open(Tx tx, int limit) {
        return tx.dsl()
                .select(
                        INCIDENT.ID,
                        INCIDENT.TITLE,
                        INCIDENT.SEVERITY,
                        INCIDENT.STATUS,
                        INCIDENT.IS_PRIVATE,
                        INCIDENT.IS_DRILL,
                        INCIDENT.COMMANDER,
                        INCIDENT.DECLARED_AT,
                        ROOM.CHANNEL)
                .from(INCIDENT)
                .leftJoin(ROOM)
                .on(ROOM.INCIDENT.eq(INCIDENT.ID))
                .where(INCIDENT.STATUS.in(OPEN))
                .orderBy(INCIDENT.SEVERITY_RANK, INCIDENT.ID)
                .limit(limit)
                .fetch(row ->
                        new BoardRow(
                                new IncidentId(row.value1()),
                                new FreeText(row.value2()),
                                new SeverityName(row.value3()),
                                Status.valueOf(row.value4()),
                                row.value5(),
                                row.value6(),
                                Optional.ofNullable(row.value7()).map(PersonId::new),
                                row.value8(),
                                Optional.ofNullable(row.value9())));
    }
}
