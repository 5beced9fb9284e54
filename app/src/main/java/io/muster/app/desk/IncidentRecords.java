package io.muster.app.desk;

import io.muster.app.report.OpenFigures;
import io.muster.app.report.ReportSource;
import io.muster.core.PersonId;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.core.report.Metrics;
import io.muster.core.report.Period;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.incident.Board;
import io.muster.db.incident.BoardRow;
import io.muster.db.journal.Journal;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.room.RoomTable;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Reading, for those who show things. It shows nobody what they may not see: every way in asks for
 * whom.
 */
public final class IncidentRecords {
    private static final int MOST = 500;

    private final Archive archive;
    private final Journal journal;
    private final RoomTable rooms;
    private final Board board;
    private final Office office;

    /** Reads from this journal. */
    public IncidentRecords(Archive archive, Journal journal, RoomTable rooms, Office office) {
        this.archive = archive;
        this.journal = journal;
        this.rooms = rooms;
        this.board = new Board();
        this.office = office;
    }

    /** An incident at one instant. */
    public record Seen(Incident incident, Instant now) {}

    /** The incident, if this person may see it. */
    public Optional<Seen> find(IncidentId id, PersonId reader) {
        return archive.transact(tx ->
                journal.read(tx, id)
                        .filter(i -> mayRead(i, reader))
                        .map(i -> new Seen(i, DatabaseClock.now(tx))));
    }

    /** The incident that this channel belongs to. */
    public Optional<IncidentId> inChannel(String channel) {
        return archive.transact(tx -> rooms.incidentOf(tx, channel));
    }

    /** Everything that happened to an incident, oldest first, if this person may see it. */
    public List<Happened> story(IncidentId id, PersonId reader) {
        return archive.transact(tx ->
                journal.read(tx, id).filter(i -> mayRead(i, reader)).isPresent()
                        ? journal.story(tx, id)
                        : List.of());
    }

    /** The incidents that are not over and that this person may see, the gravest first. */
    public List<BoardRow> open(PersonId reader) {
        return archive.transact(tx ->
                board.open(tx, MOST).stream().filter(row -> mayRead(tx, row, reader)).toList());
    }

    /** The same in full, all at one instant. */
    public List<Seen> openInFull(PersonId reader) {
        return archive.transact(tx -> {
            Instant now = DatabaseClock.now(tx);
            return board.open(tx, MOST).stream()
                    .flatMap(row -> journal.read(tx, row.id()).stream())
                    .filter(incident -> mayRead(incident, reader))
                    .map(incident -> new Seen(incident, now))
                    .toList();
        });
    }

    /** The incidents that owe something by a clock whose name begins so, over or not. */
    public List<Seen> owing(String clock, PersonId reader) {
        return archive.transact(tx ->
                ObligationTable.owing(tx, clock, MOST).stream()
                        .flatMap(id -> journal.read(tx, id).stream())
                        .filter(i -> mayRead(i, reader))
                        .map(i -> new Seen(i, DatabaseClock.now(tx)))
                        .toList());
    }

    /** The figures of the incidents of this period that this person may see. */
    public Metrics metrics(Period period, PersonId reader) {
        return archive.snapshot(tx ->
                new ReportSource(
                                tx,
                                office.policy(),
                                office::policy,
                                incident -> mayRead(incident, reader))
                        .metrics(period));
    }

    /** The figures of these months that everybody may see: nothing private is in them. */
    public Metrics openFigures(YearMonth first, YearMonth last) {
        return archive.snapshot(tx -> OpenFigures.read(tx, office::policy, first, last));
    }

    /** Action items of all incidents. */
    public ActionLists actions() {
        return new ActionLists(archive, journal, this::mayRead);
    }

    /** What Slack refused for good, for admins. */
    public Leftovers leftovers() {
        return new Leftovers(archive, office);
    }

    /** The same for Muster itself, which may see everything. */
    public List<IncidentId> owing(String clock) {
        return archive.transact(tx -> ObligationTable.owing(tx, clock, MOST));
    }

    /** Now, as Muster reckons it. */
    public Instant now() {
        return archive.transact(DatabaseClock::now);
    }

    private boolean mayRead(Tx tx, BoardRow row, PersonId reader) {
        boolean open = !row.isPrivate() && !office.guests().contains(reader);
        return open || journal.read(tx, row.id()).filter(i -> mayRead(i, reader)).isPresent();
    }

    private boolean mayRead(Incident incident, PersonId reader) {
        return incident.visibleTo(reader, office.admins(), office.guests());
    }
}
