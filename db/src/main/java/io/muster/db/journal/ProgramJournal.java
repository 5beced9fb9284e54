package io.muster.db.journal;

import static io.muster.db.jooq.Tables.JOURNAL;
import static io.muster.db.jooq.Tables.PROGRAM;
import static io.muster.db.jooq.Tables.WORDS;

import io.muster.core.FreeText;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.program.Program;
import io.muster.core.program.ProgramHappened;
import io.muster.db.Tx;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.oncall.OverrideTable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The standing file of the program, in the journal under the number 0: open it (which locks it and
 * folds its entries), append to it. It is short, a few dozen entries a year, so it is folded anew
 * each time. Writing is for the desk alone.
 */
public final class ProgramJournal {
    private final ObligationTable obligations;

    /** A file whose promises the clock finds in this table. */
    public ProgramJournal(ObligationTable obligations) {
        this.obligations = obligations;
    }

    /**
     * The program as its journal tells it, while its row is locked.
     *
     * @param newest when the newest entry was recorded; nothing that follows may be recorded
     *     earlier
     */
    public record Standing(Program program, int seq, Hash head, Instant newest) {}

    /** Locks the file until the transaction ends and tells what is true. */
    public Standing open(Tx tx) {
        var row =
                tx.dsl()
                        .select(PROGRAM.SEQ, PROGRAM.HEAD, PROGRAM.CHANGED_AT)
                        .from(PROGRAM)
                        .forUpdate()
                        .fetchSingle();
        int seq = Objects.requireNonNull(row.value1());
        return seq == 0
                ? new Standing(Program.NONE, 0, Hash.beforeTheFirst(ProgramEntry.FILE), Instant.MIN)
                : new Standing(
                        Program.NONE.applyAll(story(tx)),
                        seq,
                        Hash.stored(row.value2()),
                        row.value3());
    }

    /** What is true of the program, without locking it; for showing, never for deciding. */
    public Program read(Tx tx) {
        return Program.NONE.applyAll(story(tx));
    }

    /** Everything that happened to the program, oldest first. */
    public List<ProgramHappened> story(Tx tx) {
        var rows =
                tx.dsl()
                        .select(JOURNAL.SEQ, JOURNAL.TYPE, JOURNAL.ENTRY)
                        .from(JOURNAL)
                        .where(JOURNAL.INCIDENT.eq(ProgramEntry.FILE))
                        .orderBy(JOURNAL.SEQ)
                        .fetch();
        // Entries first, words second: the words of every entry that was seen are then there.
        Map<Integer, Map<Integer, FreeText>> words = words(tx);
        return rows.map(row -> {
            Map<Integer, FreeText> ofEntry = words.getOrDefault(row.value1(), Map.of());
            return ProgramEntry.happened(
                    row.value2(),
                    Entry.parse(row.value3()),
                    place -> ofEntry.getOrDefault(place, new FreeText(FreeText.ERASED_TEXT)));
        });
    }

    /** Writes what happened next, with its hash links, and lets the promises follow. */
    public Program append(
            Tx tx,
            Standing standing,
            List<ProgramHappened> happened,
            PolicyVersion policy,
            Provenance from) {
        List<ProgramEntry> entries = chain(standing, happened, policy, from);
        Program after = standing.program();
        for (ProgramEntry entry : entries) {
            after = after.apply(entry.happened());
        }
        insert(tx, entries);
        ProgramEntry last = entries.getLast();
        tx.dsl()
                .update(PROGRAM)
                .set(PROGRAM.SEQ, last.seq())
                .set(PROGRAM.HEAD, last.hash().bytes())
                .set(PROGRAM.CHANGED_AT, last.happened().at())
                .execute();
        obligations.follow(
                tx,
                IncidentId.PROGRAM,
                Optional.of(standing.program().obligations()),
                after.obligations());
        OverrideTable.follow(tx, standing.program().overrides(), after.overrides());
        return after;
    }

    private static List<ProgramEntry> chain(
            Standing standing,
            List<ProgramHappened> happened,
            PolicyVersion policy,
            Provenance from) {
        List<ProgramEntry> entries = new ArrayList<>();
        Hash prev = standing.head();
        Instant before = standing.newest();
        for (ProgramHappened h : happened) {
            if (h.at().isBefore(before)) {
                throw new IllegalStateException(
                        "an entry of " + h.at() + " cannot follow one of " + before);
            }
            int seq = standing.seq() + entries.size() + 1;
            ProgramEntry entry = ProgramEntry.make(seq, h, from, policy, prev, new Words());
            entries.add(entry);
            prev = entry.hash();
            before = h.at();
        }
        return entries;
    }

    private static void insert(Tx tx, List<ProgramEntry> entries) {
        for (ProgramEntry e : entries) {
            tx.dsl()
                    .insertInto(JOURNAL)
                    .set(JOURNAL.INCIDENT, ProgramEntry.FILE)
                    .set(JOURNAL.SEQ, e.seq())
                    .set(JOURNAL.TYPE, e.type())
                    .set(JOURNAL.RECORDED_AT, e.happened().at())
                    .set(JOURNAL.ACTOR, DomainJson.actor(e.happened().by()))
                    .set(JOURNAL.ENTRY, e.canonical().getBytes(StandardCharsets.UTF_8))
                    .set(JOURNAL.PREV, e.prev().bytes())
                    .set(JOURNAL.HASH, e.hash().bytes())
                    .execute();
            for (Words.Kept kept : e.words().all()) {
                tx.dsl()
                        .insertInto(WORDS)
                        .set(WORDS.INCIDENT, ProgramEntry.FILE)
                        .set(WORDS.SEQ, e.seq())
                        .set(WORDS.PLACE, (short) kept.place())
                        .set(WORDS.SALT, HexFormat.of().parseHex(kept.salt()))
                        .set(WORDS.TEXT, kept.text().text())
                        .execute();
            }
        }
    }

    private static Map<Integer, Map<Integer, FreeText>> words(Tx tx) {
        Map<Integer, Map<Integer, FreeText>> words = new HashMap<>();
        tx.dsl()
                .select(WORDS.SEQ, WORDS.PLACE, WORDS.TEXT)
                .from(WORDS)
                .where(WORDS.INCIDENT.eq(ProgramEntry.FILE))
                .and(WORDS.TEXT.isNotNull())
                .forEach(row ->
                        words.computeIfAbsent(row.value1(), s -> new HashMap<>())
                                .put(row.value2().intValue(), new FreeText(row.value3())));
        return words;
    }
}
