package io.muster.db.journal;

import static io.muster.db.jooq.Tables.ALERT;
import static io.muster.db.jooq.Tables.INCIDENT;
import static io.muster.db.jooq.Tables.JOURNAL;
import static io.muster.db.jooq.Tables.PROGRAM;

import static org.jooq.impl.DSL.count;

import io.muster.core.alert.Fate;
import io.muster.core.incident.IncidentId;
import io.muster.core.program.ProgramHappened;
import io.muster.core.report.AlertTally;
import io.muster.core.report.Chain;
import io.muster.core.report.RecordState;
import io.muster.core.report.Traced;
import io.muster.core.report.TracedPlan;
import io.muster.db.Tx;
import io.muster.db.journal.JournalTable.Found;
import io.muster.db.obligation.ObligationTable;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** Checks everything, and says how far every chain went. */
    public static RecordState state(Tx tx) {
        ChainAudit.Report report = ChainAudit.checkWithin(tx);
        return new RecordState(
                report.incidents(), report.entries(), report.erased(), report.broken(), chains(tx));
    }

    /** What became of the alerts that arrived from the one instant on and before the other. */
    public static List<AlertTally> alerts(Tx tx, Instant start, Instant end) {
        List<AlertTally> tallies = new ArrayList<>();
        tx.dsl()
                .select(ALERT.FATE, count())
                .from(ALERT)
                .where(ALERT.RECORDED_AT.ge(start))
                .and(ALERT.RECORDED_AT.lt(end))
                .groupBy(ALERT.FATE)
                .forEach(row ->
                        Fate.of(row.value1())
                                .map(fate -> new AlertTally(fate, row.value2()))
                                .ifPresent(tallies::add));
        tallies.sort(Comparator.comparing(AlertTally::fate));
        return tallies;
    }

    /** The program's own comes first, that of the alerts last. */
    private static List<Chain> chains(Tx tx) {
        List<Chain> chains = new ArrayList<>();
        tx.dsl()
                .select(PROGRAM.SEQ, PROGRAM.HEAD)
                .from(PROGRAM)
                .forEach(row -> chains.add(new Chain("plan", row.value1(), hex(row.value2()))));
        tx.dsl()
                .select(INCIDENT.ID, INCIDENT.SEQ, INCIDENT.HEAD)
                .from(INCIDENT)
                .orderBy(INCIDENT.ID)
                .forEach(row ->
                        chains.add(
                                new Chain(
                                        new IncidentId(row.value1()).toString(),
                                        row.value2(),
                                        hex(row.value3()))));
        tx.dsl()
                .select(ALERT.NUMBER, ALERT.HASH)
                .from(ALERT)
                .orderBy(ALERT.NUMBER.desc())
                .limit(1)
                .forEach(row ->
                        chains.add(
                                new Chain(
                                        "alerts",
                                        Math.toIntExact(row.value1()),
                                        hex(row.value2()))));
        return chains;
    }

    private static String hex(byte @Nullable [] head) {
        return head == null ? "" : HexFormat.of().formatHex(head);
    }
}
