package io.muster.db.journal;

import static io.muster.db.jooq.Tables.INCIDENT;

import io.muster.core.incident.Incident;
import io.muster.core.incident.Room;
import io.muster.db.action.ActionTable;
import io.muster.db.jooq.tables.records.IncidentRecord;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.status.StatusTable;

import org.jooq.Field;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables that follow the journal, held against what the journal makes true. The rank of a
 * severity is not: it follows from the policy's text, which this module cannot read.
 */
final class FollowAudit {
    private FollowAudit() {}

    static Optional<String> fault(Incident replayed, Ledger ledger, Hash head) {
        return row(replayed, ledger, head)
                .or(() -> obligations(replayed, ledger))
                .or(() -> room(replayed, ledger))
                .or(() -> actions(replayed, ledger))
                .or(() -> published(replayed, ledger))
                .map(what -> replayed.id() + ": its journal says otherwise than " + what);
    }

    private static Optional<String> row(Incident replayed, Ledger ledger, Hash head) {
        IncidentRecord stored = ledger.incident(replayed.id().number());
        IncidentRecord right =
                Projections.row(replayed, stored.getSeq(), head, ledger.newest(replayed.id()));
        right.setSeverityRank(stored.getSeverityRank());
        String different =
                Arrays.stream(INCIDENT.fields())
                        .filter(field -> !Objects.deepEquals(right.get(field), stored.get(field)))
                        .map(Field::getName)
                        .collect(Collectors.joining(", "));
        return different.isEmpty()
                ? Optional.empty()
                : Optional.of("what lists show of it: " + different);
    }

    private static Optional<String> obligations(Incident replayed, Ledger ledger) {
        Set<Object> right =
                replayed.obligations().all().values().stream()
                        .map(o -> ObligationTable.row(replayed.id(), o))
                        .collect(Collectors.toSet());
        Set<Object> stored = new HashSet<>(ledger.obligations(replayed.id().number()));
        return right.equals(stored) ? Optional.empty() : Optional.of("the table of what is owed");
    }

    private static Optional<String> actions(Incident replayed, Ledger ledger) {
        Set<Object> right =
                replayed.dossier().actions().all().stream()
                        .map(item -> ActionTable.row(replayed.id(), item))
                        .collect(Collectors.toSet());
        Set<Object> stored = new HashSet<>(ledger.actions(replayed.id().number()));
        return right.equals(stored) ? Optional.empty() : Optional.of("the table of action items");
    }

    private static Optional<String> published(Incident replayed, Ledger ledger) {
        Set<Object> right = new HashSet<>(StatusTable.rows(replayed));
        Set<Object> stored = new HashSet<>(ledger.published(replayed.id().number()));
        return right.equals(stored) ? Optional.empty() : Optional.of("the status page");
    }

    private static Optional<String> room(Incident replayed, Ledger ledger) {
        Optional<Room> stored =
                ledger.room(replayed.id().number())
                        .map(row -> new Room(row.getChannel(), row.getName()));
        return replayed.lastRoom().equals(stored) ? Optional.empty() : Optional.of("its channel");
    }
}
