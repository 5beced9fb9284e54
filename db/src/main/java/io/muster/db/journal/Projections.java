package io.muster.db.journal;

import static io.muster.db.jooq.Tables.INCIDENT;

import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Policy;
import io.muster.db.Tx;
import io.muster.db.action.ActionTable;
import io.muster.db.jooq.tables.records.IncidentRecord;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.room.RoomTable;
import io.muster.db.status.StatusTable;

import java.time.Instant;
import java.util.Optional;

/**
 * The tables that follow the journal: what lists show, what the clock looks at, which channel it
 * is.
 */
public final class Projections {
    private final ObligationTable obligations;
    private final RoomTable rooms;
    private final ActionTable actions = new ActionTable();
    private final StatusTable published = new StatusTable();

    /** Projections onto these tables. */
    public Projections(ObligationTable obligations, RoomTable rooms) {
        this.obligations = obligations;
        this.rooms = rooms;
    }

    void begin(Tx tx, Incident incident, Policy policy, Entry newest) {
        tx.dsl().insertInto(INCIDENT).set(row(incident, policy, newest)).execute();
    }

    void advance(Tx tx, Incident incident, Policy policy, Entry newest) {
        tx.dsl()
                .update(INCIDENT)
                .set(row(incident, policy, newest))
                .where(INCIDENT.ID.eq(incident.id().number()))
                .execute();
    }

    void follow(Tx tx, Optional<Incident> before, Incident after) {
        obligations.follow(tx, after.id(), before.map(Incident::obligations), after.obligations());
        actions.follow(
                tx, after.id(), before.map(i -> i.dossier().actions()), after.dossier().actions());
        published.follow(tx, before, after);
        if (!after.lastRoom().equals(before.flatMap(Incident::lastRoom))) {
            after.lastRoom().ifPresent(room -> rooms.put(tx, after.id(), room));
        }
    }

    private static IncidentRecord row(Incident incident, Policy policy, Entry newest) {
        IncidentRecord row = row(incident, newest.seq(), newest.hash(), newest.happened().at());
        row.setSeverityRank((short) policy.rank(incident.severity()));
        return row;
    }

    /** What lists show of an incident, but for the rank of its severity. */
    static IncidentRecord row(Incident incident, int seq, Hash head, Instant changedAt) {
        IncidentRecord row = new IncidentRecord();
        row.setId(incident.id().number());
        row.setSeq(seq);
        row.setHead(head.bytes());
        row.setPolicy(incident.header().policy().toString());
        row.setTitle(incident.header().title().text());
        row.setSeverity(incident.severity().value());
        row.setStatus(incident.status().name());
        row.setKind(incident.header().kind().map(KindName::value).orElse(null));
        row.setIsPrivate(incident.header().isPrivate());
        row.setIsDrill(incident.header().drill());
        row.setCommander(incident.commander().map(PersonId::value).orElse(null));
        row.setDeclaredBy(DomainJson.actor(incident.header().declaredBy()));
        row.setDeclaredAt(incident.declaredAt());
        row.setChangedAt(changedAt);
        return row;
    }
}
