package io.muster.db.outbox;

import static io.muster.db.jooq.Tables.LIVING_NODE;
import static io.muster.db.jooq.Tables.OUTBOX;
import static io.muster.db.jooq.Tables.ROOM;
import static io.muster.db.jooq.Tables.SURFACE;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.db.Tx;
import io.muster.db.jooq.tables.records.OutboxRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record4;
import org.jooq.Record9;
import org.jooq.UpdateSetMoreStep;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The list of what the world must be told. Rows are put with the events that caused them, claimed
 * by one node at a time, and settled with what became of them. Time here is real time, never the
 * time of a trial: Slack knows nothing of trials.
 */
public final class Outbox {
    private static final String[] OPEN = {"pending", "sending", "unknown"};
    private static final String[] WAITING = {"pending", "unknown"};
    private static final Duration UNTIL_A_NEWER_NODE_LOOKS = Duration.ofSeconds(2);

    /** How many lanes weigh between two neighbouring severities. */
    private static final int WEIGHTS = 10;

    private final int node;
    private final Runnable wake;

    /**
     * @param node which node claims; it must be present, see {@link NodePresence}
     * @param wake called after each commit that put something here
     */
    public Outbox(int node, Runnable wake) {
        this.node = node;
        this.wake = wake;
    }

    /**
     * Puts effects on the list, in this order.
     *
     * @param severityRank 0 for the gravest: its effects go first
     */
    public void put(Tx tx, IncidentId incident, List<Effect> effects, int severityRank) {
        if (effects.isEmpty()) {
            return;
        }
        effects.forEach(effect -> overtake(tx, incident, effect));
        var rows =
                tx.dsl()
                        .insertInto(
                                OUTBOX,
                                OUTBOX.INCIDENT,
                                OUTBOX.LANE,
                                OUTBOX.URGENCY,
                                OUTBOX.NEEDS,
                                OUTBOX.ONCE,
                                OUTBOX.EFFECT,
                                OUTBOX.BODY,
                                OUTBOX.MESSAGE_KEY);
        for (Effect effect : effects) {
            Lane lane = Lane.of(effect, incident);
            rows =
                    rows.values(
                            incident.number(),
                            lane.name(),
                            (short) (severityRank * WEIGHTS + lane.weight()),
                            lane.needs().map(n -> n.name().toLowerCase(Locale.ROOT)).orElse(null),
                            lane.once().orElse(null),
                            effect.getClass().getSimpleName(),
                            JSONB.valueOf(EffectJson.write(effect)),
                            key(effect).value());
        }
        rows.onConflictDoNothing().execute();
        tx.afterCommit(wake);
    }

    /**
     * Claims what can be done now, the most urgent first; each row for this node alone. A node that
     * has lost its sign of life claims nothing: others already take what it sends for lost.
     */
    public List<OutboxItem> claim(Tx tx, int limit, Duration lease) {
        giveUpOnLostLeases(tx);
        UUID ours = UUID.randomUUID();
        var next =
                DSL.name("next")
                        .as(
                                tx.dsl()
                                        .select(OUTBOX.ID, OUTBOX.STATE)
                                        .from(OUTBOX)
                                        .where(isOneOf(OUTBOX, WAITING))
                                        .and(OUTBOX.NEXT_AT.le(realNow()))
                                        .and(isFirstInItsLane())
                                        .and(hasWhatItNeeds())
                                        .and(thisNodeLives())
                                        .orderBy(OUTBOX.URGENCY, OUTBOX.ID)
                                        .limit(limit)
                                        .forUpdate()
                                        .of(OUTBOX)
                                        .skipLocked());
        Field<Long> id = next.field(OUTBOX.ID);
        Field<String> was = next.field(OUTBOX.STATE);
        return tx
                .dsl()
                .with(next)
                .update(OUTBOX)
                .set(OUTBOX.STATE, "sending")
                .set(OUTBOX.LEASE, ours)
                .set(OUTBOX.NODE, node)
                .set(OUTBOX.LEASE_UNTIL, realNow().add(interval(lease)))
                .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1))
                .set(OUTBOX.ATTEMPTED_AT, DSL.coalesce(OUTBOX.ATTEMPTED_AT, realNow()))
                .from(next)
                .where(OUTBOX.ID.eq(id))
                .returningResult(
                        OUTBOX.URGENCY,
                        OUTBOX.ID,
                        OUTBOX.INCIDENT,
                        OUTBOX.BODY,
                        OUTBOX.ATTEMPTS,
                        was,
                        OUTBOX.ATTEMPTED_AT,
                        OUTBOX.LOST_AT,
                        OUTBOX.LEASE)
                .fetch()
                .sortAsc(OUTBOX.ID)
                .sortAsc(OUTBOX.URGENCY)
                .stream()
                .flatMap(row -> item(tx, row).stream())
                .toList();
    }

    /** Empty if a newer version of Muster wrote it: it is left for a node of that version. */
    private static Optional<OutboxItem> item(
            Tx tx, Record9<Short, Long, Long, JSONB, Integer, String, Instant, Instant, UUID> row) {
        Optional<Effect> effect = EffectJson.readIfKnown(row.value4().data());
        if (effect.isEmpty()) {
            tx.dsl()
                    .update(OUTBOX)
                    .set(OUTBOX.STATE, row.value6())
                    .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.minus(1))
                    .set(OUTBOX.NEXT_AT, realNow().add(interval(UNTIL_A_NEWER_NODE_LOOKS)))
                    .set(OUTBOX.REASON, "this version of Muster does not know what to do")
                    .setNull(OUTBOX.LEASE)
                    .where(OUTBOX.ID.eq(row.value2()))
                    .execute();
        }
        return effect.map(known ->
                new OutboxItem(
                        row.value2(),
                        new IncidentId(row.value3()),
                        known,
                        row.value5(),
                        "unknown".equals(row.value6()),
                        row.value7(),
                        Optional.ofNullable(row.value8()),
                        row.value9()));
    }

    /** It stands in Slack, or there is nothing more to do. */
    public void sent(Tx tx, OutboxItem item, Optional<String> channel, Optional<String> ts) {
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.STATE, "sent")
                .set(OUTBOX.FINISHED_AT, realNow())
                .set(OUTBOX.CHANNEL, channel.orElse(null))
                .set(OUTBOX.TS, ts.orElse(null))
                .setNull(OUTBOX.REASON)
                .where(ours(item))
                .execute();
        tx.afterCommit(wake);
    }

    /** It did not happen; try again later. */
    public void tryAgain(Tx tx, OutboxItem item, Duration after, String reason) {
        waitAgain(tx, item, item.attempts(), after, reason);
    }

    /**
     * It may or may not have happened; look before trying again.
     *
     * @param justNow the doubt is about an attempt made just now, not about an earlier one
     */
    public void unknown(Tx tx, OutboxItem item, Duration after, String reason, boolean justNow) {
        later(tx.dsl(), "unknown", after, reason)
                .set(OUTBOX.LOST_AT, justNow ? realNow() : DSL.coalesce(OUTBOX.LOST_AT, realNow()))
                .where(ours(item))
                .execute();
        tx.afterCommit(wake);
    }

    /** It was not tried at all, because Slack would have refused it for being too soon. */
    public void tooSoon(Tx tx, OutboxItem item, Duration after) {
        String reason = "waiting for its turn";
        if (!item.doubtful()) {
            waitAgain(tx, item, item.attempts() - 1, after, reason);
            return;
        }
        later(tx.dsl(), "unknown", after, reason)
                .set(OUTBOX.ATTEMPTS, item.attempts() - 1)
                .where(ours(item))
                .execute();
        tx.afterCommit(wake);
    }

    /** It cannot be done; it is set aside with its reason and holds up nothing. */
    public void park(Tx tx, OutboxItem item, String reason) {
        finish(tx, item, "parked", reason);
    }

    /** Nobody needs it any more. */
    public void skip(Tx tx, OutboxItem item, String reason) {
        finish(tx, item, "skipped", reason);
    }

    /** Messages of this incident with this key that stand in Slack. */
    public List<SentMessage> messages(Tx tx, IncidentId incident, MessageKey key) {
        return tx
                .dsl()
                .select(OUTBOX.ID, OUTBOX.BODY, OUTBOX.CHANNEL, OUTBOX.TS)
                .from(OUTBOX)
                .where(isAbout(incident, key))
                .and(OUTBOX.EFFECT.in("Say", "Tell", "Announce"))
                .and(isOneOf(OUTBOX, "sent"))
                .and(OUTBOX.TS.isNotNull())
                .orderBy(OUTBOX.ID)
                .stream()
                .flatMap(row -> sentMessage(row).stream())
                .toList();
    }

    /** Empty if another version of Muster sent it and this one cannot tell what it said. */
    private static Optional<SentMessage> sentMessage(Record4<Long, JSONB, String, String> row) {
        return EffectJson.readIfKnown(row.value2().data())
                .map(effect -> new SentMessage(row.value1(), effect, row.value3(), row.value4()));
    }

    /** Messages with this key that have not been sent yet are not needed any more. */
    public int skipWaiting(Tx tx, IncidentId incident, MessageKey key, long before) {
        return tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.STATE, "skipped")
                .set(OUTBOX.FINISHED_AT, realNow())
                .set(OUTBOX.REASON, "answered before it was sent")
                .where(isAbout(incident, key))
                .and(OUTBOX.EFFECT.in("Say", "Tell", "Announce"))
                .and(isOneOf(OUTBOX, "pending"))
                .and(OUTBOX.ID.lt(before))
                .execute();
    }

    /**
     * When the next row that waits for nothing but its time can be tried; empty if none does. What
     * waits for another row, or for a channel, is tried when that is there.
     */
    public Optional<Instant> nextAttempt(Tx tx) {
        return tx.dsl()
                .select(DSL.min(OUTBOX.NEXT_AT))
                .from(OUTBOX)
                .where(isOneOf(OUTBOX, WAITING))
                .and(isFirstInItsLane())
                .and(hasWhatItNeeds())
                .fetchOptional()
                .map(row -> row.value1());
    }

    /** How many rows are in each state that is not final, and how many are parked. */
    public OutboxHealth health(Tx tx) {
        var open =
                tx.dsl()
                        .select(DSL.count(), DSL.min(OUTBOX.CREATED_AT))
                        .from(OUTBOX)
                        .where(isOneOf(OUTBOX, OPEN))
                        .fetchSingle();
        int parked = tx.dsl().fetchCount(OUTBOX, isOneOf(OUTBOX, "parked"));
        return new OutboxHealth(open.value1(), parked, Optional.ofNullable(open.value2()));
    }

    /** A newer reminder of the same promise stands for one that has not left yet. */
    private static void overtake(Tx tx, IncidentId incident, Effect effect) {
        if (!(effect instanceof Effect.Say say) || !(say.notice() instanceof Notice.Reminder)) {
            return;
        }
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.STATE, "skipped")
                .set(OUTBOX.FINISHED_AT, realNow())
                .set(OUTBOX.REASON, "a newer reminder says it")
                .where(isAbout(incident, say.key()))
                .and(OUTBOX.EFFECT.eq("Say"))
                .and(isOneOf(OUTBOX, "pending"))
                .execute();
    }

    /**
     * A node that died while sending leaves a row of which nobody knows what became. This very node
     * is alive, whatever its session says.
     */
    private void giveUpOnLostLeases(Tx tx) {
        Field<Long> holder = OUTBOX.NODE.cast(LIVING_NODE.NODE);
        Condition died =
                OUTBOX.NODE.ne(node).and(holder.notIn(select(LIVING_NODE.NODE).from(LIVING_NODE)));
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.STATE, "unknown")
                .set(OUTBOX.LOST_AT, realNow())
                .setNull(OUTBOX.LEASE)
                .where(isOneOf(OUTBOX, "sending"))
                .and(OUTBOX.LEASE_UNTIL.lt(realNow()).or(died))
                .execute();
    }

    private Condition thisNodeLives() {
        return exists(selectOne().from(LIVING_NODE).where(LIVING_NODE.NODE.eq((long) node)));
    }

    private static Condition isFirstInItsLane() {
        var earlier = OUTBOX.as("earlier");
        return notExists(
                selectOne()
                        .from(earlier)
                        .where(earlier.LANE.eq(OUTBOX.LANE))
                        .and(earlier.ID.lt(OUTBOX.ID))
                        .and(isOneOf(earlier, OPEN)));
    }

    /** What is needed stands, or will never stand: then the row is not kept waiting for it. */
    private static Condition hasWhatItNeeds() {
        Condition room =
                exists(selectOne().from(ROOM).where(ROOM.INCIDENT.eq(OUTBOX.INCIDENT)))
                        .or(isParked("room/"));
        Condition card =
                exists(
                                selectOne()
                                        .from(SURFACE)
                                        .where(SURFACE.INCIDENT.eq(OUTBOX.INCIDENT))
                                        .and(SURFACE.SURFACE_.eq(Effect.Surface.CARD.name())))
                        .or(isParked("room/"))
                        .or(isParked("card/"));
        return OUTBOX.NEEDS
                .isNull()
                .or(OUTBOX.NEEDS.eq("room").and(room))
                .or(OUTBOX.NEEDS.eq("card").and(room).and(card));
    }

    private static Condition isParked(String lane) {
        var parked = OUTBOX.as("parked");
        return exists(
                selectOne()
                        .from(parked)
                        .where(parked.INCIDENT.eq(OUTBOX.INCIDENT))
                        .and(isOneOf(parked, "parked"))
                        .and(parked.LANE.like(lane + "%")));
    }

    /** Back among those that wait, unless one waits already that says the same or newer. */
    private void waitAgain(Tx tx, OutboxItem item, int attempts, Duration after, String reason) {
        try {
            tx.dsl()
                    .transaction(nested ->
                            later(nested.dsl(), "pending", after, reason)
                                    .set(OUTBOX.ATTEMPTS, attempts)
                                    .where(ours(item))
                                    .execute());
            tx.afterCommit(wake);
        } catch (IntegrityConstraintViolationException e) {
            finish(tx, item, "skipped", "a newer one says it");
        }
    }

    private static UpdateSetMoreStep<OutboxRecord> later(
            DSLContext dsl, String state, Duration after, String reason) {
        return dsl.update(OUTBOX)
                .set(OUTBOX.STATE, state)
                .set(OUTBOX.NEXT_AT, realNow().add(interval(after)))
                .set(OUTBOX.REASON, reason)
                .setNull(OUTBOX.LEASE);
    }

    private void finish(Tx tx, OutboxItem item, String state, String reason) {
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.STATE, state)
                .set(OUTBOX.FINISHED_AT, realNow())
                .set(OUTBOX.REASON, reason)
                .where(ours(item))
                .execute();
        tx.afterCommit(wake);
    }

    /** Under an old lease nothing is written: another node may have taken over. */
    private static Condition ours(OutboxItem item) {
        return OUTBOX.ID.eq(item.id()).and(OUTBOX.LEASE.eq(item.lease()));
    }

    private static Condition isAbout(IncidentId incident, MessageKey key) {
        return OUTBOX.INCIDENT
                .eq(incident.number())
                .and(OUTBOX.MESSAGE_KEY.eq(key.value()))
                .and(OUTBOX.MESSAGE_KEY.ne(DSL.inline("")));
    }

    /**
     * States are written into the statement and never bound: else PostgreSQL, planning once for all
     * values, could not use the indexes that hold open rows only.
     */
    private static Condition isOneOf(io.muster.db.jooq.tables.Outbox rows, String... states) {
        return rows.STATE.in(Stream.of(states).map(DSL::inline).toList());
    }

    private static MessageKey key(Effect effect) {
        return switch (effect) {
            case Effect.Say say -> say.key();
            case Effect.Tell tell -> tell.key();
            case Effect.Announce announce -> announce.key();
            case Effect.Settle settle -> settle.key();
            case Effect.OpenRoom ignored -> MessageKey.NONE;
            case Effect.Bring ignored -> MessageKey.NONE;
            case Effect.Show ignored -> MessageKey.NONE;
            case Effect.Export ignored -> MessageKey.NONE;
            case Effect.FetchEvidence ignored -> MessageKey.NONE;
            case Effect.DestroyEvidence ignored -> MessageKey.NONE;
            case Effect.Mail ignored -> MessageKey.NONE;
            case Effect.MailDigest ignored -> MessageKey.NONE;
            case Effect.Hook ignored -> MessageKey.NONE;
        };
    }

    private static DayToSecond interval(Duration duration) {
        return DayToSecond.valueOf(duration);
    }

    private static Field<Instant> realNow() {
        return DSL.function(
                "clock_timestamp", Objects.requireNonNull(OUTBOX.NEXT_AT.getDataType()));
    }
}
