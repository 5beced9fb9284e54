package io.muster.db.status;

import static io.muster.db.jooq.Tables.STATUS_MAIL;
import static io.muster.db.jooq.Tables.STATUS_SUBSCRIBER;
import static io.muster.db.jooq.Tables.STATUS_TOKEN;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.muster.core.incident.IncidentId;
import io.muster.db.Tx;
import io.muster.db.time.DatabaseClock;

import org.jooq.Condition;
import org.jooq.impl.DSL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who follows the status page by mail, and what each of them was written. */
public final class SubscriberTable {
    /** How long somebody has to confirm. */
    public static final Duration TO_CONFIRM = Duration.ofDays(2);

    /** Longer than anybody keeps a mail before unsubscribing by it. */
    private static final Duration TO_UNSUBSCRIBE = Duration.ofDays(400);

    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final Duration BETWEEN = Duration.ofMinutes(15);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int A_DAY_AT_MOST = 3;
    private static final String CONFIRM = "confirm";
    private static final String UNSUBSCRIBE = "unsubscribe";

    /** Whom a mail goes to. */
    public record Subscriber(long id, String address, boolean confirmed) {}

    /**
     * How many there are.
     *
     * @param waiting asked and have not confirmed yet
     */
    public record Count(int confirmed, int waiting) {}

    /**
     * Somebody typed this address. Returns the subscriber if they are to get a mail about it: three
     * a day at most and one in a quarter of an hour, for it may not have been they who typed it.
     *
     * @param address in small letters
     * @param most as many are kept; who comes after them is not
     */
    public Optional<Long> ask(Tx tx, String address, int most) {
        if (tx.dsl().fetchCount(STATUS_SUBSCRIBER) >= most && !isKnown(tx, address)) {
            return Optional.empty();
        }
        Instant now = DatabaseClock.now(tx);
        Condition aDayAgo = STATUS_SUBSCRIBER.ASKED_AT.le(now.minus(A_DAY));
        return tx.dsl()
                .insertInto(STATUS_SUBSCRIBER)
                .set(STATUS_SUBSCRIBER.ADDRESS, address)
                .set(STATUS_SUBSCRIBER.ASKED_AT, now)
                .onConflict(STATUS_SUBSCRIBER.ADDRESS)
                .doUpdate()
                .set(
                        STATUS_SUBSCRIBER.ASKED,
                        when(aDayAgo, val(1)).otherwise(STATUS_SUBSCRIBER.ASKED.plus(1)))
                .set(STATUS_SUBSCRIBER.ASKED_AT, now)
                .where(STATUS_SUBSCRIBER.ASKED_AT.le(now.minus(BETWEEN)))
                .and(STATUS_SUBSCRIBER.ASKED.lt(A_DAY_AT_MOST).or(aDayAgo))
                .returningResult(STATUS_SUBSCRIBER.ID)
                .fetchOptional()
                .map(row -> row.value1());
    }

    private static boolean isKnown(Tx tx, String address) {
        return tx.dsl().fetchExists(STATUS_SUBSCRIBER, STATUS_SUBSCRIBER.ADDRESS.eq(address));
    }

    /** The subscriber; empty if they have left. */
    public Optional<Subscriber> find(Tx tx, long id) {
        return tx.dsl()
                .select(STATUS_SUBSCRIBER.ADDRESS, STATUS_SUBSCRIBER.CONFIRMED_AT)
                .from(STATUS_SUBSCRIBER)
                .where(STATUS_SUBSCRIBER.ID.eq(id))
                .fetchOptional()
                .map(row -> new Subscriber(id, row.value1(), row.value2() != null));
    }

    /** A link of this hash confirms that they want to subscribe, for two days. */
    public void letConfirm(Tx tx, long subscriber, byte[] hash) {
        keep(tx, subscriber, hash, CONFIRM, TO_CONFIRM);
    }

    /** A link of this hash unsubscribes them. */
    public void letUnsubscribe(Tx tx, long subscriber, byte[] hash) {
        keep(tx, subscriber, hash, UNSUBSCRIBE, TO_UNSUBSCRIBE);
    }

    private static void keep(Tx tx, long subscriber, byte[] hash, String purpose, Duration life) {
        tx.dsl()
                .insertInto(STATUS_TOKEN)
                .set(STATUS_TOKEN.HASH, hash)
                .set(STATUS_TOKEN.SUBSCRIBER, subscriber)
                .set(STATUS_TOKEN.PURPOSE, purpose)
                .set(STATUS_TOKEN.EXPIRES_AT, DatabaseClock.now(tx).plus(life))
                .execute();
    }

    /** Confirms by the link of this hash, once or again; returns whether the link is good. */
    public boolean confirm(Tx tx, byte[] hash) {
        Instant now = DatabaseClock.now(tx);
        return tx.dsl()
                        .update(STATUS_SUBSCRIBER)
                        .set(
                                STATUS_SUBSCRIBER.CONFIRMED_AT,
                                DSL.coalesce(STATUS_SUBSCRIBER.CONFIRMED_AT, val(now)))
                        .where(STATUS_SUBSCRIBER.ID.in(holder(hash, CONFIRM, now)))
                        .execute()
                == 1;
    }

    /** Whether a link of this hash would confirm. */
    public boolean canConfirm(Tx tx, byte[] hash) {
        return tx.dsl().fetchExists(holder(hash, CONFIRM, DatabaseClock.now(tx)));
    }

    /** Forgets whoever got the link of this hash, address and all. */
    public void unsubscribe(Tx tx, byte[] hash) {
        tx.dsl()
                .deleteFrom(STATUS_SUBSCRIBER)
                .where(STATUS_SUBSCRIBER.ID.in(holder(hash, UNSUBSCRIBE, DatabaseClock.now(tx))))
                .execute();
    }

    private static org.jooq.Select<org.jooq.Record1<Long>> holder(
            byte[] hash, String purpose, Instant now) {
        return select(STATUS_TOKEN.SUBSCRIBER)
                .from(STATUS_TOKEN)
                .where(STATUS_TOKEN.HASH.eq(hash))
                .and(STATUS_TOKEN.PURPOSE.eq(purpose))
                .and(STATUS_TOKEN.EXPIRES_AT.gt(now));
    }

    /**
     * The next of those who have no mail about this entry yet; from now on they count as having.
     */
    public List<Long> next(Tx tx, IncidentId incident, int number, int most) {
        return tx.dsl()
                .insertInto(
                        STATUS_MAIL,
                        STATUS_MAIL.INCIDENT,
                        STATUS_MAIL.NUMBER,
                        STATUS_MAIL.SUBSCRIBER,
                        STATUS_MAIL.WRITTEN_AT)
                .select(
                        select(
                                        val(incident.number()),
                                        val(number),
                                        STATUS_SUBSCRIBER.ID,
                                        val(DatabaseClock.now(tx)))
                                .from(STATUS_SUBSCRIBER)
                                .where(STATUS_SUBSCRIBER.CONFIRMED_AT.isNotNull())
                                .and(hasNone(incident, number))
                                .orderBy(STATUS_SUBSCRIBER.ID)
                                .limit(most))
                .onConflictDoNothing()
                .returningResult(STATUS_MAIL.SUBSCRIBER)
                .fetch(row -> row.value1());
    }

    private static Condition hasNone(IncidentId incident, int number) {
        return notExists(
                selectOne()
                        .from(STATUS_MAIL)
                        .where(STATUS_MAIL.INCIDENT.eq(incident.number()))
                        .and(STATUS_MAIL.NUMBER.eq(number))
                        .and(STATUS_MAIL.SUBSCRIBER.eq(STATUS_SUBSCRIBER.ID)));
    }

    /** How many there are. */
    public Count count(Tx tx) {
        int all = tx.dsl().fetchCount(STATUS_SUBSCRIBER);
        int waiting = tx.dsl().fetchCount(STATUS_SUBSCRIBER, hasNotConfirmed());
        return new Count(all - waiting, waiting);
    }

    /** Forgets who never confirmed, links that are no longer good, and old mails. */
    public void tidy(Tx tx) {
        Instant now = DatabaseClock.now(tx);
        tx.dsl()
                .deleteFrom(STATUS_SUBSCRIBER)
                .where(hasNotConfirmed())
                .and(STATUS_SUBSCRIBER.ASKED_AT.le(now.minus(TO_CONFIRM)))
                .execute();
        tx.dsl().deleteFrom(STATUS_TOKEN).where(STATUS_TOKEN.EXPIRES_AT.le(now)).execute();
        tx.dsl()
                .deleteFrom(STATUS_MAIL)
                .where(STATUS_MAIL.WRITTEN_AT.le(now.minus(REMEMBERED)))
                .execute();
        MaintenanceMails.forgetUntil(tx, now.minus(REMEMBERED));
    }

    private static Condition hasNotConfirmed() {
        return STATUS_SUBSCRIBER.CONFIRMED_AT.isNull();
    }
}
