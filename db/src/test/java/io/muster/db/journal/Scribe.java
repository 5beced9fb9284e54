package io.muster.db.journal;

import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.db.TestPolicy;
import io.muster.db.Tx;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.room.RoomTable;

import java.util.List;
import java.util.random.RandomGenerator;

/** Writes stories into a journal, as a node with a cache of its own. */
final class Scribe {
    static final Provenance FROM = new Provenance("command", "a request");

    private final Journal journal =
            new Journal(new Projections(new ObligationTable(), new RoomTable()));

    Journal journal() {
        return journal;
    }

    /** A new incident that begins like this. */
    Incident begin(Tx tx, List<Happened> happened) {
        return journal.begin(tx, Journal.nextNumber(tx), happened, TestPolicy.POLICY, FROM);
    }

    /** The same incident after this. */
    Incident append(Tx tx, IncidentId id, List<Happened> happened) {
        History history = journal.open(tx, id).orElseThrow();
        return journal.append(tx, history, happened, TestPolicy.POLICY, FROM);
    }

    /** A whole story, in some entries at a time. */
    Incident write(Tx tx, List<Happened> story, RandomGenerator random) {
        int written = Math.min(story.size(), random.nextInt(1, 6));
        Incident incident = begin(tx, story.subList(0, written));
        while (written < story.size()) {
            int more = Math.min(story.size() - written, random.nextInt(1, 6));
            incident = append(tx, incident.id(), story.subList(written, written + more));
            written += more;
        }
        return incident;
    }

    /** What is true, as somebody sees it who has seen nothing before. */
    static Incident replayed(Tx tx, IncidentId id) {
        return new Scribe().journal.read(tx, id).orElseThrow();
    }
}
