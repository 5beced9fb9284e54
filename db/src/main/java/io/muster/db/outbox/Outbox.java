package io.muster.db.outbox;

import static io.muster.db.jooq.Tables.OUTBOX;
import static io.muster.db.jooq.Tables.ROOM;
import static io.muster.db.jooq.Tables.SURFACE;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.db.Tx;
import io.muster.db.jooq.Routines;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The list of what the world must be told. Rows are put with the events that caused them, claimed
 * by one node at a time, and settled with what became of them. Time here is real time, never the
 * time of a trial: Slack knows nothing of trials.
 */
public final class Outbox {
    private static final List<String> OPEN = List.of("pending", "sending", "unknown");

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

    /** Claims what can be done now, the most urgent first; each row for this node alone. */
    public List<OutboxItem> claim(Tx tx, int limit, Duration lease) {
        giveUpOnLostLeases(tx);
        UUID ours = UUID.randomUUID();
        var earlier = OUTBOX.as("earlier");
        var next =
                DSL.name("next")
                        .as(
                                tx.dsl()
                                        .select(OUTBOX.ID, OUTBOX.STATE)
                                        .from(OUTBOX)
                                        .where(OUTBOX.STATE.in("pending", "unknown"))
                                        .and(OUTBOX.NEXT_AT.le(realNow()))
                                        .and(
                                                notExists(
                                                        selectOne()
                                                                .from(earlier)
                                                                .where(earlier.LANE.eq(OUTBOX.LANE))
                                                                .and(earlier.ID.lt(OUTBOX.ID))
                                                                .and(earlier.STATE.in(OPEN))))
                                        .and(hasWhatItNeeds())
                                        .orderBy(OUTBOX.URGENCY, OUTBOX.ID)
                                        .limit(limit)
                                        .forUpdate()
                                        .of(OUTBOX)
                                        .skipLocked());
        Field<Long> id = next.field(OUTBOX.ID);
        Field<String> was = next.field(OUTBOX.STATE);
        return tx.dsl()
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
                        OUTBOX.ID,
                        OUTBOX.INCIDENT,
                        OUTBOX.BODY,
                        OUTBOX.ATTEMPTS,
                        was,
                        OUTBOX.ATTEMPTED_AT,
                        OUTBOX.LOST_AT)
                .fetch(row ->
                        new OutboxItem(
                                row.value1(),
                                new IncidentId(row.value2()),
                                EffectJson.read(row.value3().data()),
                                row.value4(),
                                "unknown".equals(row.value5()),
                                row.value6(),
                                Optional.ofNullable(row.value7()),
                                ours));
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
        later(tx, item, "pending", after, reason);
    }

    /**
     * It may or may not have happened; look before trying again.
     *
     * @param justNow the doubt is about an attempt made just now, not about an earlier one
     */
    public void unknown(Tx tx, OutboxItem item, Duration after, String reason, boolean justNow) {
        later(tx, item, "unknown", after, reason);
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.LOST_AT, justNow ? realNow() : DSL.coalesce(OUTBOX.LOST_AT, realNow()))
                .where(OUTBOX.ID.eq(item.id()))
                .execute();
    }

    /** It was not tried at all, because Slack would have refused it for being too soon. */
    public void tooSoon(Tx tx, OutboxItem item, Duration after) {
        later(tx, item, item.doubtful() ? "unknown" : "pending", after, "waiting for its turn");
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.ATTEMPTS, item.attempts() - 1)
                .where(OUTBOX.ID.eq(item.id()))
                .execute();
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
        return tx.dsl()
                .select(OUTBOX.ID, OUTBOX.BODY, OUTBOX.CHANNEL, OUTBOX.TS)
                .from(OUTBOX)
                .where(OUTBOX.INCIDENT.eq(incident.number()))
                .and(OUTBOX.MESSAGE_KEY.eq(key.value()))
                .and(OUTBOX.EFFECT.in("Say", "Tell"))
                .and(OUTBOX.STATE.eq("sent"))
                .and(OUTBOX.TS.isNotNull())
                .orderBy(OUTBOX.ID)
                .fetch(row ->
                        new SentMessage(
                                row.value1(),
                                EffectJson.read(row.value2().data()),
                                row.value3(),
                                row.value4()));
    }

    /** Messages with this key that have not been sent yet are not needed any more. */
    public int skipWaiting(Tx tx, IncidentId incident, MessageKey key, long before) {
        return tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.STATE, "skipped")
                .set(OUTBOX.FINISHED_AT, realNow())
                .set(OUTBOX.REASON, "answered before it was sent")
                .where(OUTBOX.INCIDENT.eq(incident.number()))
                .and(OUTBOX.MESSAGE_KEY.eq(key.value()))
                .and(OUTBOX.EFFECT.in("Say", "Tell"))
                .and(OUTBOX.STATE.eq("pending"))
                .and(OUTBOX.ID.lt(before))
                .execute();
    }

    /** When the next row that waits for its time can be tried; empty if none waits. */
    public Optional<Instant> nextAttempt(Tx tx) {
        return tx.dsl()
                .select(DSL.min(OUTBOX.NEXT_AT))
                .from(OUTBOX)
                .where(OUTBOX.STATE.in("pending", "unknown"))
                .fetchOptional()
                .map(row -> row.value1());
    }

    /** How many rows are in each state that is not final, and how many are parked. */
    public OutboxHealth health(Tx tx) {
        return tx.dsl()
                .select(
                        DSL.count().filterWhere(OUTBOX.STATE.in(OPEN)),
                        DSL.count().filterWhere(OUTBOX.STATE.eq("parked")),
                        DSL.min(OUTBOX.CREATED_AT).filterWhere(OUTBOX.STATE.in(OPEN)))
                .from(OUTBOX)
                .where(OUTBOX.STATE.in("pending", "sending", "unknown", "parked"))
                .fetchSingle(row ->
                        new OutboxHealth(
                                row.value1(), row.value2(), Optional.ofNullable(row.value3())));
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
                .where(OUTBOX.INCIDENT.eq(incident.number()))
                .and(OUTBOX.MESSAGE_KEY.eq(say.key().value()))
                .and(OUTBOX.EFFECT.eq("Say"))
                .and(OUTBOX.STATE.eq("pending"))
                .execute();
    }

    /** A node that died while sending leaves a row of which nobody knows what became. */
    private static void giveUpOnLostLeases(Tx tx) {
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.STATE, "unknown")
                .set(OUTBOX.LOST_AT, realNow())
                .setNull(OUTBOX.LEASE)
                .where(OUTBOX.STATE.eq("sending"))
                .and(OUTBOX.LEASE_UNTIL.lt(realNow()).or(DSL.not(Routines.nodeLives(OUTBOX.NODE))))
                .execute();
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
                        .and(parked.STATE.eq("parked"))
                        .and(parked.LANE.startsWith(lane)));
    }

    private void later(Tx tx, OutboxItem item, String state, Duration after, String reason) {
        boolean aNewerOneWaits =
                state.equals("pending")
                        && item.effect() instanceof Effect.Show
                        && newerWaits(tx, item);
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.STATE, aNewerOneWaits ? "skipped" : state)
                .set(OUTBOX.NEXT_AT, realNow().add(interval(after)))
                .set(OUTBOX.REASON, reason)
                .setNull(OUTBOX.LEASE)
                .where(ours(item))
                .execute();
        tx.afterCommit(wake);
    }

    private static boolean newerWaits(Tx tx, OutboxItem item) {
        Lane lane = Lane.of(item.effect(), item.incident());
        return tx.dsl()
                .fetchExists(
                        selectOne()
                                .from(OUTBOX)
                                .where(OUTBOX.ONCE.eq(lane.once().orElse("")))
                                .and(OUTBOX.STATE.eq("pending"))
                                .and(OUTBOX.ID.ne(item.id())));
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

    private static MessageKey key(Effect effect) {
        return switch (effect) {
            case Effect.Say say -> say.key();
            case Effect.Tell tell -> tell.key();
            case Effect.Settle settle -> settle.key();
            case Effect.OpenRoom ignored -> MessageKey.NONE;
            case Effect.Bring ignored -> MessageKey.NONE;
            case Effect.Show ignored -> MessageKey.NONE;
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
