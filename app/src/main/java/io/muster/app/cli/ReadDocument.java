package io.muster.app.cli;

import io.muster.app.document.DocumentFile;
import io.muster.app.policy.PolicyFiles;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyVersion;
import io.muster.db.Tx;
import io.muster.db.journal.Chronicle;
import io.muster.db.journal.Journal;
import io.muster.db.journal.Projections;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.outbox.SlackMemory;
import io.muster.db.policy.PolicyTable;
import io.muster.db.room.RoomTable;
import io.muster.db.time.DatabaseClock;

import java.util.Optional;

/** An incident's document out of the database alone; nothing is asked of Slack. */
final class ReadDocument {
    private ReadDocument() {}

    /** Empty if there is no such incident. */
    static Optional<String> of(Tx tx, IncidentId id) {
        Journal journal = new Journal(new Projections(new ObligationTable(), new RoomTable()));
        SlackMemory memory = new SlackMemory();
        return journal.chronicle(tx, id)
                .map((Chronicle chronicle) ->
                        DocumentFile.of(
                                chronicle,
                                policy(tx, chronicle.incident().header().policy()),
                                DatabaseClock.now(tx),
                                person -> memory.name(tx, person).orElse(person.value())));
    }

    static Policy policy(Tx tx, PolicyVersion version) {
        String text = new PolicyTable().source(tx, version).orElseThrow();
        return PolicyFiles.read(version.toString(), text).reading().ifSound().orElseThrow();
    }
}
