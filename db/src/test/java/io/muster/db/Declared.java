package io.muster.db;

import io.muster.core.PersonId;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.roster.Actor;
import io.muster.db.journal.Journal;
import io.muster.db.journal.Projections;
import io.muster.db.journal.Provenance;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.room.RoomTable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Incidents for tests that need one and do not mind what it is about. */
public final class Declared {
    /** Who does what tests do. */
    public static final Actor ANA = Actor.person(new PersonId("U0ANA"));

    private static final Instant THEN = Instant.parse("2026-11-21T09:00:00Z");

    private Declared() {}

    /** An incident to which this happened after it was declared. */
    public static Incident with(Archive archive, IncidentEvent... events) {
        IncidentEvent.Declared declared =
                Components.with(
                        Anything.full(1).of(IncidentEvent.Declared.class),
                        "policy",
                        TestPolicy.VERSION);
        List<Happened> happened = new ArrayList<>(List.of(new Happened(declared, ANA, THEN)));
        for (IncidentEvent event : events) {
            happened.add(new Happened(event, ANA, THEN));
        }
        Journal journal = new Journal(new Projections(new ObligationTable(), new RoomTable()));
        return archive.transact(tx ->
                journal.begin(
                        tx,
                        Journal.nextNumber(tx),
                        happened,
                        TestPolicy.POLICY,
                        new Provenance("command", "a request")));
    }
}
