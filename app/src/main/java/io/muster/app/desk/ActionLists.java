package io.muster.app.desk;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.action.ActionItem;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.action.ActionRow;
import io.muster.db.action.ActionTable;
import io.muster.db.journal.Journal;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Action items of all incidents, as far as a person may see them. */
public final class ActionLists {
    private static final int MOST = 200;

    private final Archive archive;
    private final Journal journal;
    private final BiPredicate<Incident, PersonId> mayRead;
    private final ActionTable table = new ActionTable();

    ActionLists(Archive archive, Journal journal, BiPredicate<Incident, PersonId> mayRead) {
        this.archive = archive;
        this.journal = journal;
        this.mayRead = mayRead;
    }

    /** An action item with the incident that it came from. */
    public record Listed(IncidentId incident, FreeText title, ActionItem item) {}

    /**
     * What concerns one person.
     *
     * @param mine what they have to do, the next due first
     * @param others what others should have done by now, the oldest first
     */
    public record Mine(List<Listed> mine, List<Listed> others, Instant now) {
        public Mine {
            mine = List.copyOf(mine);
            others = List.copyOf(others);
        }
    }

    /** What this person has to do, and what of others is overdue. */
    public Mine of(PersonId reader) {
        return archive.transact(tx ->
                new Mine(
                        seen(tx, table.openOf(tx, reader, MOST), reader),
                        seen(tx, table.overdue(tx, MOST), reader).stream()
                                .filter(listed -> !listed.item().owner().equals(reader))
                                .toList(),
                        DatabaseClock.now(tx)));
    }

    private List<Listed> seen(Tx tx, List<ActionRow> rows, PersonId reader) {
        return rows.stream().flatMap(row -> seen(tx, row, reader).stream()).toList();
    }

    private Optional<Listed> seen(Tx tx, ActionRow row, PersonId reader) {
        return journal.read(tx, row.incident())
                .filter(incident -> mayRead.test(incident, reader))
                .flatMap(incident ->
                        incident.dossier()
                                .actions()
                                .find(row.number())
                                .map(item ->
                                        new Listed(
                                                incident.id(), incident.header().title(), item)));
    }
}
