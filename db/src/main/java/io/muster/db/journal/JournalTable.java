package io.muster.db.journal;

import static io.muster.db.jooq.Tables.JOURNAL;
import static io.muster.db.jooq.Tables.WORDS;

import io.muster.core.FreeText;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentId;
import io.muster.db.Tx;

import org.jooq.Record4;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The rows of entries and of the words that are kept apart from them. */
final class JournalTable {
    private JournalTable() {}

    static void insert(Tx tx, List<Entry> entries) {
        var rows =
                tx.dsl()
                        .insertInto(
                                JOURNAL,
                                JOURNAL.INCIDENT,
                                JOURNAL.SEQ,
                                JOURNAL.TYPE,
                                JOURNAL.RECORDED_AT,
                                JOURNAL.ACTOR,
                                JOURNAL.ENTRY,
                                JOURNAL.PREV,
                                JOURNAL.HASH);
        for (Entry e : entries) {
            rows =
                    rows.values(
                            e.incident(),
                            e.seq(),
                            e.type(),
                            e.happened().at(),
                            DomainJson.actor(e.happened().by()),
                            e.canonical().getBytes(StandardCharsets.UTF_8),
                            e.prev().bytes(),
                            e.hash().bytes());
        }
        rows.execute();
        insertWords(tx, entries);
    }

    private static void insertWords(Tx tx, List<Entry> entries) {
        var rows =
                tx.dsl()
                        .insertInto(
                                WORDS,
                                WORDS.INCIDENT,
                                WORDS.SEQ,
                                WORDS.PLACE,
                                WORDS.SALT,
                                WORDS.TEXT);
        boolean any = false;
        for (Entry e : entries) {
            for (Words.Kept kept : e.words().all()) {
                rows =
                        rows.values(
                                e.incident(),
                                e.seq(),
                                (short) kept.place(),
                                HexFormat.of().parseHex(kept.salt()),
                                kept.text().text());
                any = true;
            }
        }
        if (any) {
            rows.execute();
        }
    }

    /** An entry as it was found, its hash, and the hash of the one that it follows. */
    record Found(Happened happened, Hash prev, Hash hash) {}

    /** Entries first, words second: the words of every entry that was seen are then there. */
    static List<Found> found(Tx tx, IncidentId id, int after, int upTo) {
        var rows =
                tx.dsl()
                        .select(JOURNAL.SEQ, JOURNAL.TYPE, JOURNAL.ENTRY, JOURNAL.PREV)
                        .from(JOURNAL)
                        .where(JOURNAL.INCIDENT.eq(id.number()))
                        .and(JOURNAL.SEQ.gt(after))
                        .and(JOURNAL.SEQ.le(upTo))
                        .orderBy(JOURNAL.SEQ)
                        .fetch();
        Map<Integer, Map<Integer, FreeText>> words = wordsAfter(tx, id, after);
        return rows.map(row -> found(row, words));
    }

    private static Found found(
            Record4<Integer, String, byte[], byte[]> row,
            Map<Integer, Map<Integer, FreeText>> words) {
        Map<Integer, FreeText> ofEntry = words.getOrDefault(row.value1(), Map.of());
        return new Found(
                Entry.happened(
                        row.value2(),
                        Entry.parse(row.value3()),
                        place -> ofEntry.getOrDefault(place, new FreeText(FreeText.ERASED_TEXT))),
                Hash.stored(row.value4()),
                Hash.ofEntry(row.value3()));
    }

    private static Map<Integer, Map<Integer, FreeText>> wordsAfter(Tx tx, IncidentId id, int seq) {
        Map<Integer, Map<Integer, FreeText>> words = new HashMap<>();
        tx.dsl()
                .select(WORDS.SEQ, WORDS.PLACE, WORDS.TEXT)
                .from(WORDS)
                .where(WORDS.INCIDENT.eq(id.number()))
                .and(WORDS.SEQ.gt(seq))
                .and(WORDS.TEXT.isNotNull())
                .forEach(row ->
                        words.computeIfAbsent(row.value1(), s -> new HashMap<>())
                                .put(row.value2().intValue(), new FreeText(row.value3())));
        return words;
    }
}
