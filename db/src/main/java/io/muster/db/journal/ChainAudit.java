package io.muster.db.journal;

import static io.muster.db.jooq.Tables.INCIDENT;
import static io.muster.db.jooq.Tables.INCIDENT_COUNTER;
import static io.muster.db.jooq.Tables.JOURNAL;
import static io.muster.db.jooq.Tables.WORDS;

import io.muster.db.Tx;

import org.jooq.Record8;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Walks every journal and recomputes every hash from the stored bytes; then holds the copies that
 * other columns keep against them. Names the first faulty entry of each incident.
 */
public final class ChainAudit {
    /**
     * What was found.
     *
     * @param broken one sentence for each fault; empty if everything is intact
     */
    public record Report(int incidents, int entries, List<String> broken) {
        public Report {
            broken = List.copyOf(broken);
        }
    }

    private final List<String> broken = new ArrayList<>();
    private int incidents;
    private int entries;
    private long incident = -1;
    private int seq;
    private boolean faulty;
    private Hash head = Hash.beforeTheFirst(0);
    private Instant newest = Instant.MIN;

    /** Checks all journals. Use an audit once. */
    public Report check(Tx tx) {
        tx.dsl()
                .select(
                        JOURNAL.INCIDENT,
                        JOURNAL.SEQ,
                        JOURNAL.TYPE,
                        JOURNAL.RECORDED_AT,
                        JOURNAL.ACTOR,
                        JOURNAL.ENTRY,
                        JOURNAL.PREV,
                        JOURNAL.HASH)
                .from(JOURNAL)
                .orderBy(JOURNAL.INCIDENT, JOURNAL.SEQ)
                .fetchSize(500)
                .fetchLazy()
                .forEach(row -> check(tx, row));
        finish(tx);
        checkNumbers(tx);
        checkWords(tx);
        return new Report(incidents, entries, broken);
    }

    /** The canonical entries of one incident, oldest first. */
    public static List<String> entries(Tx tx, long incident) {
        return tx.dsl()
                .select(JOURNAL.ENTRY)
                .from(JOURNAL)
                .where(JOURNAL.INCIDENT.eq(incident))
                .orderBy(JOURNAL.SEQ)
                .fetch(row -> new String(row.value1(), StandardCharsets.UTF_8));
    }

    private void check(
            Tx tx, Record8<Long, Integer, String, Instant, String, byte[], byte[], byte[]> row) {
        if (row.value1() != incident) {
            finish(tx);
            begin(row.value1());
        }
        entries++;
        seq++;
        if (faulty) {
            return;
        }
        String text = new String(row.value6(), StandardCharsets.UTF_8);
        Hash hash = Hash.ofEntry(text);
        if (row.value2() != seq) {
            fault(seq, "is missing");
        } else if (!hash.equals(Hash.stored(row.value8()))) {
            fault(seq, "does not have the hash that was stored with it");
        } else if (!Hash.stored(row.value7()).equals(head)) {
            fault(seq, "does not follow the entry before it");
        } else {
            checkCopies(row, Entry.parse(row.value6()));
        }
        head = hash;
    }

    private void checkCopies(
            Record8<Long, Integer, String, Instant, String, byte[], byte[], byte[]> row,
            JsonNode entry) {
        Instant recorded = Instant.parse(entry.get("recorded_at").asString());
        boolean same =
                entry.get("incident").asLong() == row.value1()
                        && entry.get("seq").asInt() == row.value2()
                        && entry.get("type").asString().equals(row.value3())
                        && recorded.equals(row.value4())
                        && entry.get("actor").asString().equals(row.value5())
                        && entry.get("prev").asString().equals(Hash.stored(row.value7()).hex());
        if (!same) {
            fault(seq, "says something else than the columns beside it");
        } else if (recorded.isBefore(newest)) {
            fault(seq, "was recorded before the entry that it follows");
        }
        newest = recorded;
    }

    private void begin(long number) {
        incident = number;
        incidents++;
        seq = 0;
        faulty = false;
        head = Hash.beforeTheFirst(number);
        newest = Instant.MIN;
    }

    /** The head of the incident must be the last entry that was read: a cut tail shows here. */
    private void finish(Tx tx) {
        if (incident < 0 || faulty) {
            return;
        }
        byte[] stored =
                tx.dsl()
                        .select(INCIDENT.HEAD)
                        .from(INCIDENT)
                        .where(INCIDENT.ID.eq(incident))
                        .fetchOptional(INCIDENT.HEAD)
                        .orElse(new byte[0]);
        if (!Hash.stored(stored).equals(head)) {
            fault(seq, "is the last one, but not the one that the incident ends with");
        }
    }

    private void checkNumbers(Tx tx) {
        Long last =
                tx.dsl()
                        .select(INCIDENT_COUNTER.LAST)
                        .from(INCIDENT_COUNTER)
                        .fetchSingle(INCIDENT_COUNTER.LAST);
        if (Objects.requireNonNull(last) != incidents) {
            broken.add(
                    last
                            + " numbers were given, but "
                            + incidents
                            + " incidents are there: some are gone");
        }
    }

    private void checkWords(Tx tx) {
        tx.dsl()
                .select(
                        WORDS.INCIDENT,
                        WORDS.SEQ,
                        WORDS.PLACE,
                        WORDS.SALT,
                        WORDS.TEXT,
                        JOURNAL.ENTRY)
                .from(WORDS)
                .join(JOURNAL)
                .on(JOURNAL.INCIDENT.eq(WORDS.INCIDENT))
                .and(JOURNAL.SEQ.eq(WORDS.SEQ))
                .where(WORDS.TEXT.isNotNull())
                .orderBy(WORDS.INCIDENT, WORDS.SEQ, WORDS.PLACE)
                .forEach(row -> {
                    Hash commitment =
                            Hash.ofWords(HexFormat.of().formatHex(row.value4()), row.value5());
                    String entry = new String(row.value6(), StandardCharsets.UTF_8);
                    String expected =
                            "{\"commitment\":\""
                                    + commitment.hex()
                                    + "\",\"words\":"
                                    + row.value3()
                                    + "}";
                    if (!entry.contains(expected)) {
                        broken.add(
                                "INC-"
                                        + row.value1()
                                        + ", entry "
                                        + row.value2()
                                        + ": its words are not those that were recorded");
                    }
                });
    }

    private void fault(int at, String what) {
        faulty = true;
        broken.add("INC-" + incident + ", entry " + at + ": " + what);
    }
}
