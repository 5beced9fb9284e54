package io.muster.app.status;

import io.muster.app.desk.Knock;
import io.muster.app.desk.Office;
import io.muster.app.desk.ProgramDesk;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.program.ProgramCommand;
import io.muster.core.statuspage.PlannedWork;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.status.Maintenance;
import io.muster.db.status.MaintenanceTable;
import io.muster.db.time.DatabaseClock;

import java.util.List;
import java.util.Optional;

/**
 * Work that is announced. It is public at once, so only those announce it who could approve or
 * release words for the status page; where the policy names nobody, everyone can. It is written
 * into the file of the program, and who follows the page hears of it from there.
 */
public final class MaintenanceDesk {
    private final Archive archive;
    private final ProgramDesk program;
    private final Publishers publishers;
    private final MaintenanceTable table = new MaintenanceTable();

    /** In front of these plans. */
    public MaintenanceDesk(Archive archive, Office office, ProgramDesk program) {
        this.archive = archive;
        this.program = program;
        this.publishers = new Publishers(office);
    }

    /** Announces it; says why not, if not. */
    public Optional<Phrase> announce(PlannedWork work, PersonId by, Knock knock) {
        return refusal(by)
                .map(Phrase::of)
                .or(() -> archive.transact(tx -> announced(tx, work, by, knock)));
    }

    private Optional<Phrase> announced(Tx tx, PlannedWork work, PersonId by, Knock knock) {
        table.lock(tx);
        if (table.isAnnounced(tx, work)) {
            return Optional.of(Phrase.of("That is announced already."));
        }
        long number = table.number(tx);
        Optional<Phrase> refused =
                program.handle(tx, new ProgramCommand.AnnounceMaintenance(number, work), knock);
        if (refused.isEmpty()) {
            table.announce(tx, number, work, by);
        }
        return refused;
    }

    /** Calls it off; says why not, if not. */
    public Optional<Phrase> callOff(long id, PersonId by, Knock knock) {
        return refusal(by)
                .map(Phrase::of)
                .or(() -> archive.transact(tx -> calledOff(tx, id, by, knock)));
    }

    private Optional<Phrase> calledOff(Tx tx, long id, PersonId by, Knock knock) {
        table.lock(tx);
        Optional<Maintenance> standing =
                table.find(tx, id).filter(work -> work.calledOff().isEmpty());
        if (standing.isEmpty()) {
            return Optional.of(Phrase.of("That was called off already."));
        }
        Optional<Phrase> refused =
                program.handle(
                        tx,
                        new ProgramCommand.CallOffMaintenance(id, standing.get().work()),
                        knock);
        if (refused.isEmpty()) {
            table.callOff(tx, id, by);
        }
        return refused;
    }

    /** What is announced and not over, the next first. */
    public List<Maintenance> planned() {
        return archive.snapshot(tx -> table.after(tx, DatabaseClock.now(tx)));
    }

    /** Why this person cannot announce anything; empty if they can. */
    public Optional<String> refusal(PersonId by) {
        return publishers.refusal(by, "It is public at once, so only those announce it");
    }
}
