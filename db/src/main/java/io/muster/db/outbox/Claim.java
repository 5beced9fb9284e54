package io.muster.db.outbox;

import static io.muster.db.jooq.Tables.LIVING_NODE;
import static io.muster.db.jooq.Tables.OUTBOX;
import static io.muster.db.outbox.Readiness.WAITING;
import static io.muster.db.outbox.Readiness.hasWhatItNeeds;
import static io.muster.db.outbox.Readiness.interval;
import static io.muster.db.outbox.Readiness.isFirstInItsLane;
import static io.muster.db.outbox.Readiness.isOneOf;
import static io.muster.db.outbox.Readiness.realNow;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.db.Tx;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record9;
import org.jooq.impl.DSL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How one node takes rows for itself, and takes back what a dead one had taken. */
final class Claim {
    private static final Duration UNTIL_A_NEWER_NODE_LOOKS = Duration.ofSeconds(2);

    private final int node;

    Claim(int node) {
        this.node = node;
    }

    List<OutboxItem> next(Tx tx, int limit, Duration lease) {
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
}
