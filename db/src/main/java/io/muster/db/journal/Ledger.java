package io.muster.db.journal;

import static io.muster.db.jooq.Tables.ACTION_ITEM;
import static io.muster.db.jooq.Tables.INCIDENT;
import static io.muster.db.jooq.Tables.JOURNAL;
import static io.muster.db.jooq.Tables.OBLIGATION;
import static io.muster.db.jooq.Tables.ROOM;
import static io.muster.db.jooq.Tables.STATUS_UPDATE;
import static io.muster.db.jooq.Tables.WORDS;

import io.muster.core.incident.IncidentId;
import io.muster.db.Tx;
import io.muster.db.jooq.tables.records.ActionItemRecord;
import io.muster.db.jooq.tables.records.IncidentRecord;
import io.muster.db.jooq.tables.records.JournalRecord;
import io.muster.db.jooq.tables.records.ObligationRecord;
import io.muster.db.jooq.tables.records.RoomRecord;
import io.muster.db.jooq.tables.records.StatusUpdateRecord;
import io.muster.db.jooq.tables.records.WordsRecord;

import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is stored about some incidents, as it lies there: nothing is believed yet. */
record Ledger(
        Map<Long, IncidentRecord> incidents,
        Map<Long, Result<JournalRecord>> journals,
        Map<Long, Result<WordsRecord>> texts,
        Map<Long, Result<ObligationRecord>> promises,
        Map<Long, RoomRecord> rooms,
        Map<Long, Result<ActionItemRecord>> actions,
        Map<Long, Result<StatusUpdateRecord>> published) {
    /** The numbers of the next incidents that are there, in order. */
    static List<Long> numbersAfter(Tx tx, long number, int most) {
        return tx.dsl()
                .select(INCIDENT.ID)
                .from(INCIDENT)
                .where(INCIDENT.ID.gt(number))
                .orderBy(INCIDENT.ID)
                .limit(most)
                .fetch(INCIDENT.ID);
    }

    /** The numbers that have entries but no incident. */
    static List<Long> orphans(Tx tx) {
        return tx.dsl()
                .selectDistinct(JOURNAL.INCIDENT)
                .from(JOURNAL)
                .leftAntiJoin(INCIDENT)
                .on(INCIDENT.ID.eq(JOURNAL.INCIDENT))
                .where(JOURNAL.INCIDENT.ne(IncidentId.PROGRAM.number()))
                .orderBy(JOURNAL.INCIDENT)
                .fetch(JOURNAL.INCIDENT);
    }

    /** Reads everything about the incidents from the first number to the last. */
    static Ledger of(Tx tx, long first, long last) {
        return new Ledger(
                tx.dsl()
                        .selectFrom(INCIDENT)
                        .where(INCIDENT.ID.between(first, last))
                        .fetchMap(INCIDENT.ID),
                tx.dsl()
                        .selectFrom(JOURNAL)
                        .where(JOURNAL.INCIDENT.between(first, last))
                        .orderBy(JOURNAL.INCIDENT, JOURNAL.SEQ)
                        .fetchGroups(JOURNAL.INCIDENT),
                tx.dsl()
                        .selectFrom(WORDS)
                        .where(WORDS.INCIDENT.between(first, last))
                        .orderBy(WORDS.INCIDENT, WORDS.SEQ, WORDS.PLACE)
                        .fetchGroups(WORDS.INCIDENT),
                tx.dsl()
                        .selectFrom(OBLIGATION)
                        .where(OBLIGATION.INCIDENT.between(first, last))
                        .fetchGroups(OBLIGATION.INCIDENT),
                tx.dsl()
                        .selectFrom(ROOM)
                        .where(ROOM.INCIDENT.between(first, last))
                        .fetchMap(ROOM.INCIDENT),
                tx.dsl()
                        .selectFrom(ACTION_ITEM)
                        .where(ACTION_ITEM.INCIDENT.between(first, last))
                        .fetchGroups(ACTION_ITEM.INCIDENT),
                tx.dsl()
                        .selectFrom(STATUS_UPDATE)
                        .where(STATUS_UPDATE.INCIDENT.between(first, last))
                        .fetchGroups(STATUS_UPDATE.INCIDENT));
    }

    IncidentRecord incident(long number) {
        return incidents.getOrDefault(number, new IncidentRecord());
    }

    List<JournalRecord> entries(long number) {
        return listed(journals.get(number));
    }

    /** When the newest entry of an incident was recorded. */
    Instant newest(IncidentId id) {
        return entries(id.number()).getLast().getRecordedAt();
    }

    List<WordsRecord> words(long number) {
        return listed(texts.get(number));
    }

    List<ObligationRecord> obligations(long number) {
        return listed(promises.get(number));
    }

    List<ActionItemRecord> actions(long number) {
        return listed(actions.get(number));
    }

    List<StatusUpdateRecord> published(long number) {
        return listed(published.get(number));
    }

    Optional<RoomRecord> room(long number) {
        return Optional.ofNullable(rooms.get(number));
    }

    private static <R extends Record> List<R> listed(@Nullable Result<R> rows) {
        return rows == null ? List.of() : rows;
    }
}
