package io.muster.db.outbox;

import static io.muster.db.jooq.Tables.OUTBOX;
import static io.muster.db.outbox.Readiness.OPEN;
import static io.muster.db.outbox.Readiness.WAITING;
import static io.muster.db.outbox.Readiness.hasWhatItNeeds;
import static io.muster.db.outbox.Readiness.interval;
import static io.muster.db.outbox.Readiness.isFirstInItsLane;
import static io.muster.db.outbox.Readiness.isOneOf;
import static io.muster.db.outbox.Readiness.realNow;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.db.Tx;
import io.muster.db.jooq.tables.records.OutboxRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.UpdateSetMoreStep;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The list of what the world must be told. Rows are put with the events that caused them, claimed
 * by one node at a time, and settled with what became of them. Time here is real time, never the
 * time of a trial: Slack knows nothing of trials.
 */
public final class Outbox {
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
        return new Claim(node).next(tx, limit, lease);
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

    /**
     * These are put in its place, at once or not at all: a row that is not ours any more is another
     * node's to replace.
     */
    public void replace(Tx tx, OutboxItem item, List<Effect> others, int severityRank) {
        int ours =
                tx.dsl()
                        .update(OUTBOX)
                        .set(OUTBOX.STATE, "skipped")
                        .set(OUTBOX.FINISHED_AT, realNow())
                        .set(OUTBOX.REASON, "said otherwise")
                        .where(ours(item))
                        .and(OUTBOX.STATE.eq("sending"))
                        .execute();
        if (ours > 0) {
            put(tx, item.incident(), others, severityRank);
        }
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
        int unknown = tx.dsl().fetchCount(OUTBOX, isOneOf(OUTBOX, "unknown"));
        return new OutboxHealth(open.value1(), parked, unknown, Optional.ofNullable(open.value2()));
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
                .where(KeyedMessages.isAbout(incident, say.key()))
                .and(OUTBOX.EFFECT.eq("Say"))
                .and(isOneOf(OUTBOX, "pending"))
                .execute();
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
            case Effect.SharePicture ignored -> MessageKey.NONE;
            case Effect.SendCharts ignored -> MessageKey.NONE;
            case Effect.FetchEvidence ignored -> MessageKey.NONE;
            case Effect.DestroyEvidence ignored -> MessageKey.NONE;
            case Effect.SendReport ignored -> MessageKey.NONE;
            case Effect.Mail ignored -> MessageKey.NONE;
            case Effect.MailDigest ignored -> MessageKey.NONE;
            case Effect.Hook ignored -> MessageKey.NONE;
            case Effect.ReadMessage ignored -> MessageKey.NONE;
            case Effect.Reply ignored -> MessageKey.NONE;
            case Effect.ToFollowers told -> FollowerLane.key(told);
            case Effect.OpenTicket ignored -> MessageKey.NONE;
            case Effect.TellTicket ignored -> MessageKey.NONE;
            case Effect.MoveTicket ignored -> MessageKey.NONE;
        };
    }
}
