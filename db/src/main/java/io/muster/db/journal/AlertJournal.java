package io.muster.db.journal;

import static io.muster.db.jooq.Tables.ALERT;
import static io.muster.db.jooq.Tables.ALERT_HEAD;
import static io.muster.db.jooq.Tables.ALERT_WORDS;

import io.muster.core.FreeText;
import io.muster.core.alert.Signal;
import io.muster.db.Tx;
import io.muster.db.time.DatabaseClock;

import org.jooq.Condition;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Every alert that arrived, with what was decided about it, in a chain of its own. Whoever adds to
 * it holds its head until the transaction ends, so it is to be the last thing that is done.
 */
public final class AlertJournal {
    /** As many alerts of one matter as are kept by name; the rest is counted. */
    private static final int MEMBERS = 50;

    private static final JsonMapper MAPPER = DomainJson.mapper();

    /** Writes down an alert, now, and what its source said. */
    public long append(Tx tx, AlertEntry alert, Signal signal) {
        var head =
                tx.dsl()
                        .select(ALERT_HEAD.LAST, ALERT_HEAD.HEAD)
                        .from(ALERT_HEAD)
                        .forUpdate()
                        .fetchSingle();
        long number = Objects.requireNonNull(head.value1()) + 1;
        Hash prev = number == 1 ? Hash.beforeTheFirstAlert() : Hash.stored(head.value2());
        AlertEntry entry = alert.at(now(tx, number - 1));
        Words.Kept said = new Words().keep(text(signal));
        byte[] canonical =
                entry.canonical(number, said.commitment(), prev).getBytes(StandardCharsets.UTF_8);
        Hash hash = Hash.ofAlert(canonical);
        insert(tx, number, entry, canonical, prev, hash);
        tx.dsl()
                .insertInto(ALERT_WORDS)
                .set(ALERT_WORDS.ALERT, number)
                .set(ALERT_WORDS.SALT, HexFormat.of().parseHex(said.salt()))
                .set(ALERT_WORDS.TEXT, said.text().text())
                .execute();
        tx.dsl()
                .update(ALERT_HEAD)
                .set(ALERT_HEAD.LAST, number)
                .set(ALERT_HEAD.HEAD, hash.bytes())
                .execute();
        return number;
    }

    /**
     * The newest alerts, newest first.
     *
     * @param before only those before this one
     */
    public List<LoggedAlert> latest(Tx tx, long before, int limit) {
        return some(tx, ALERT.NUMBER.lt(before), limit);
    }

    /** This alert. */
    public Optional<LoggedAlert> find(Tx tx, long number) {
        return some(tx, ALERT.NUMBER.eq(number), 1).stream().findFirst();
    }

    /** The record never runs backwards, even if the database's clock is set back. */
    private static Instant now(Tx tx, long last) {
        Instant now = DatabaseClock.now(tx);
        return tx.dsl()
                .select(ALERT.RECORDED_AT)
                .from(ALERT)
                .where(ALERT.NUMBER.eq(last))
                .fetchOptional(ALERT.RECORDED_AT)
                .filter(now::isBefore)
                .orElse(now);
    }

    private static void insert(
            Tx tx, long number, AlertEntry entry, byte[] canonical, Hash prev, Hash hash) {
        tx.dsl()
                .insertInto(ALERT)
                .set(ALERT.NUMBER, number)
                .set(ALERT.SOURCE, entry.key().source())
                .set(ALERT.FINGERPRINT, entry.key().fingerprint())
                .set(ALERT.FIRING, entry.firing())
                .set(ALERT.FATE, entry.fate().word())
                .set(ALERT.INCIDENT, entry.incident().map(id -> id.number()).orElse(null))
                .set(ALERT.IS_PRIVATE, entry.isPrivate())
                .set(ALERT.RECORDED_AT, entry.at())
                .set(ALERT.ENTRY, canonical)
                .set(ALERT.PREV, prev.bytes())
                .set(ALERT.HASH, hash.bytes())
                .execute();
    }

    private static List<LoggedAlert> some(Tx tx, Condition which, int limit) {
        return tx.dsl()
                .select(ALERT.NUMBER, ALERT.ENTRY, ALERT_WORDS.TEXT)
                .from(ALERT)
                .leftJoin(ALERT_WORDS)
                .on(ALERT_WORDS.ALERT.eq(ALERT.NUMBER))
                .where(DSL.and(which))
                .orderBy(ALERT.NUMBER.desc())
                .limit(limit)
                .fetch(AlertJournal::logged);
    }

    private static LoggedAlert logged(Record3<Long, byte[], String> row) {
        return new LoggedAlert(
                row.value1(),
                AlertEntry.read(Entry.parse(row.value2())),
                Optional.ofNullable((@Nullable String) row.value3())
                        .map(text -> MAPPER.readValue(text, Signal.class)));
    }

    private static FreeText text(Signal signal) {
        return new FreeText(MAPPER.writeValueAsString(signal.atMost(MEMBERS)));
    }
}
