package io.muster.db.journal;

import static io.muster.db.jooq.Tables.ACTION_ITEM;
import static io.muster.db.jooq.Tables.INCIDENT;
import static io.muster.db.jooq.Tables.JOURNAL;
import static io.muster.db.jooq.Tables.OBLIGATION;
import static io.muster.db.jooq.Tables.ROOM;
import static io.muster.db.jooq.Tables.STATUS_UPDATE;
import static io.muster.db.jooq.Tables.WORDS;

import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;
import io.muster.db.TestPolicy;
import io.muster.db.Tx;
import io.muster.db.action.ActionTable;
import io.muster.db.jooq.tables.records.JournalRecord;
import io.muster.db.jooq.tables.records.WordsRecord;
import io.muster.db.obligation.ObligationTable;
import io.muster.db.room.RoomTable;
import io.muster.db.status.StatusTable;

import org.jooq.DSLContext;
import org.jooq.Result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Somebody who may do anything to the database, at a random place of it. */
final class Tampering {
    private final Tx tx;
    private final RandomGenerator random;
    private final long incident;
    private final int last;

    Tampering(Tx tx, RandomGenerator random, int incidents) {
        this.tx = tx;
        this.random = random;
        this.incident = random.nextLong(1, incidents + 1);
        this.last = tx.dsl().fetchCount(JOURNAL, JOURNAL.INCIDENT.eq(incident));
    }

    DSLContext sql() {
        return tx.dsl();
    }

    RandomGenerator random() {
        return random;
    }

    /** The incident that is attacked. */
    long incident() {
        return incident;
    }

    /** The number of its last entry. */
    int last() {
        return last;
    }

    /** An entry, neither the first nor the last. */
    int inTheMiddle() {
        return random.nextInt(2, last);
    }

    int anywhere() {
        return random.nextInt(1, last + 1);
    }

    JournalRecord entry(int seq) {
        return sql().fetchSingle(JOURNAL, JOURNAL.INCIDENT.eq(incident).and(JOURNAL.SEQ.eq(seq)));
    }

    JsonNode json(int seq) {
        return Entry.parse(entry(seq).getEntry());
    }

    void put(int seq, byte[] bytes) {
        sql().update(JOURNAL)
                .set(JOURNAL.ENTRY, bytes)
                .where(JOURNAL.INCIDENT.eq(incident))
                .and(JOURNAL.SEQ.eq(seq))
                .execute();
    }

    /** Another entry in place of this one, with the hash that belongs to it. */
    void putWithItsHash(int seq, byte[] bytes) {
        put(seq, bytes);
        sql().update(JOURNAL)
                .set(JOURNAL.HASH, Hash.ofEntry(bytes).bytes())
                .where(JOURNAL.INCIDENT.eq(incident))
                .and(JOURNAL.SEQ.eq(seq))
                .execute();
    }

    /** The entry with one thing changed, in canonical form. */
    byte[] changed(int seq, UnaryOperator<ObjectNode> change) {
        ObjectNode entry = change.apply((ObjectNode) json(seq));
        return CanonicalJson.text(entry).getBytes(StandardCharsets.UTF_8);
    }

    void delete(int seq) {
        sql().deleteFrom(WORDS).where(WORDS.INCIDENT.eq(incident)).and(WORDS.SEQ.eq(seq)).execute();
        sql().deleteFrom(JOURNAL)
                .where(JOURNAL.INCIDENT.eq(incident))
                .and(JOURNAL.SEQ.eq(seq))
                .execute();
    }

    /** Gives an entry and its words another number, in the columns. */
    void move(int from, int to) {
        sql().update(JOURNAL)
                .set(JOURNAL.SEQ, to)
                .where(JOURNAL.INCIDENT.eq(incident))
                .and(JOURNAL.SEQ.eq(from))
                .execute();
        sql().update(WORDS)
                .set(WORDS.SEQ, to)
                .where(WORDS.INCIDENT.eq(incident))
                .and(WORDS.SEQ.eq(from))
                .execute();
    }

    /** One of the words of the incident that is attacked. */
    Optional<WordsRecord> words() {
        Result<WordsRecord> all =
                sql().fetch(WORDS, WORDS.INCIDENT.eq(incident).and(WORDS.TEXT.isNotNull()));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    /** Whoever can rewrite one entry can rewrite all that follow, and the head. */
    void hashAnew() {
        Hash head = Hash.beforeTheFirst(incident);
        int seq = 0;
        for (JournalRecord row :
                sql().fetch(JOURNAL, JOURNAL.INCIDENT.eq(incident)).sortAsc(JOURNAL.SEQ)) {
            seq++;
            move(row.getSeq(), seq);
            ObjectNode entry = (ObjectNode) Entry.parse(row.getEntry());
            entry.put("seq", seq).put("prev", head.hex());
            byte[] bytes = CanonicalJson.text(entry).getBytes(StandardCharsets.UTF_8);
            sql().update(JOURNAL)
                    .set(JOURNAL.PREV, head.bytes())
                    .where(JOURNAL.INCIDENT.eq(incident))
                    .and(JOURNAL.SEQ.eq(seq))
                    .execute();
            putWithItsHash(seq, bytes);
            head = Hash.ofEntry(bytes);
        }
        sql().update(INCIDENT)
                .set(INCIDENT.SEQ, seq)
                .set(INCIDENT.HEAD, head.bytes())
                .where(INCIDENT.ID.eq(incident))
                .execute();
    }

    /** And whatever follows from the journal. */
    void followAnew() {
        IncidentId id = new IncidentId(incident);
        Incident now = Scribe.replayed(tx, id);
        JournalRecord newest =
                sql().fetch(JOURNAL, JOURNAL.INCIDENT.eq(incident)).sortAsc(JOURNAL.SEQ).getLast();
        var row =
                Projections.row(
                        now,
                        newest.getSeq(),
                        Hash.stored(newest.getHash()),
                        newest.getRecordedAt());
        row.setSeverityRank((short) TestPolicy.POLICY.rank(now.severity()));
        sql().update(INCIDENT).set(row).where(INCIDENT.ID.eq(incident)).execute();
        sql().deleteFrom(OBLIGATION).where(OBLIGATION.INCIDENT.eq(incident)).execute();
        new ObligationTable().follow(tx, id, Optional.empty(), now.obligations());
        sql().deleteFrom(ACTION_ITEM).where(ACTION_ITEM.INCIDENT.eq(incident)).execute();
        new ActionTable().follow(tx, id, Optional.empty(), now.dossier().actions());
        sql().deleteFrom(STATUS_UPDATE).where(STATUS_UPDATE.INCIDENT.eq(incident)).execute();
        new StatusTable().follow(tx, Optional.empty(), now);
        sql().deleteFrom(ROOM).where(ROOM.INCIDENT.eq(incident)).execute();
        now.room().ifPresent(room -> new RoomTable().put(tx, id, room));
    }

    List<String> broken() {
        return new ChainAudit().check(tx).broken();
    }

    void deleteIncident(long number) {
        for (String table :
                List.of("words", "journal", "obligation", "action_item", "status_update", "room")) {
            sql().execute("delete from " + table + " where incident = " + number);
        }
        sql().execute("delete from incident where id = " + number);
    }
}
