package io.muster.db.journal;

import static io.muster.db.jooq.Tables.INCIDENT;
import static io.muster.db.jooq.Tables.JOURNAL;
import static io.muster.db.jooq.Tables.PROGRAM;

import io.muster.core.incident.IncidentId;
import io.muster.core.program.ProgramHappened;
import io.muster.core.report.RecordState;
import io.muster.core.report.Traced;
import io.muster.core.report.TracedPlan;
import io.muster.db.Tx;
import io.muster.db.journal.JournalTable.Found;
import io.muster.db.obligation.ObligationTable;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The record as a whole, each entry with the hash by which it is found again. Meant for a snapshot,
 * so that all of it is of one instant.
 */
public final class WholeRecord {
    private WholeRecord() {}

    /** Every incident that was declared before this, by number. */
    public static List<IncidentId> declaredBefore(Tx tx, Instant end) {
        return declaredBetween(tx, Instant.EPOCH, end);
    }

    /** Every incident that was declared from the one instant on and before the other, by number. */
    public static List<IncidentId> declaredBetween(Tx tx, Instant start, Instant end) {
        return tx.dsl()
                .select(INCIDENT.ID)
                .from(INCIDENT)
                .where(INCIDENT.DECLARED_AT.ge(start))
                .and(INCIDENT.DECLARED_AT.lt(end))
                .orderBy(INCIDENT.ID)
                .fetch(row -> new IncidentId(row.value1()));
    }

    /** Every entry of an incident, oldest first. */
    public static List<Traced> story(Tx tx, IncidentId id) {
        List<Traced> story = new ArrayList<>();
        for (Found found : JournalTable.found(tx, id, 0, Integer.MAX_VALUE)) {
            story.add(new Traced(story.size() + 1, found.happened(), found.hash().hex()));
        }
        return story;
    }

    /** Every entry of the program, oldest first. */
    public static List<TracedPlan> plan(Tx tx) {
        List<ProgramHappened> happened = new ProgramJournal(new ObligationTable()).story(tx);
        List<String> hashes =
                tx.dsl()
                        .select(JOURNAL.ENTRY)
                        .from(JOURNAL)
                        .where(JOURNAL.INCIDENT.eq(IncidentId.PROGRAM.number()))
                        .orderBy(JOURNAL.SEQ)
                        .fetch(row -> Hash.ofEntry(row.value1()).hex());
        List<TracedPlan> story = new ArrayList<>();
        for (int i = 0; i < happened.size(); i++) {
            story.add(new TracedPlan(i + 1, happened.get(i), hashes.get(i)));
        }
        return story;
    }

    /** Checks everything, and takes the heads of all chains as one. */
    public static RecordState state(Tx tx) {
        ChainAudit.Report report = ChainAudit.checkWithin(tx);
        return new RecordState(
                report.incidents(), report.entries(), report.erased(), report.broken(), heads(tx));
    }

    /** One line for each chain: number, length, head. The program's own comes first. */
    private static String heads(Tx tx) {
        StringBuilder lines = new StringBuilder();
        tx.dsl()
                .select(PROGRAM.SEQ, PROGRAM.HEAD)
                .from(PROGRAM)
                .forEach(row -> lines.append(line(0, row.value1(), row.value2())));
        tx.dsl()
                .select(INCIDENT.ID, INCIDENT.SEQ, INCIDENT.HEAD)
                .from(INCIDENT)
                .orderBy(INCIDENT.ID)
                .forEach(row -> lines.append(line(row.value1(), row.value2(), row.value3())));
        return Hash.sha256(lines.toString());
    }

    private static String line(long number, int length, byte @Nullable [] head) {
        String hex = head == null ? "" : HexFormat.of().formatHex(head);
        return number + " " + length + " " + hex + "\n";
    }
}
