package io.muster.db.outbox;

import static io.muster.db.jooq.Tables.OUTBOX;
import static io.muster.db.outbox.Readiness.isOneOf;
import static io.muster.db.outbox.Readiness.realNow;

import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.db.Tx;

import org.jooq.Condition;
import org.jooq.exception.IntegrityConstraintViolationException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Slack refused for good, until somebody who runs Muster has seen to it. */
public final class SetAside {
    private SetAside() {}

    /**
     * Something that was set aside.
     *
     * @param effect what it was to do; empty if another version of Muster wrote it
     * @param reason Slack's word, or ours
     * @param since in real time
     */
    public record Row(
            long id, IncidentId incident, Optional<Effect> effect, String reason, Instant since) {}

    /** How many there are. */
    public static int count(Tx tx) {
        return tx.dsl().fetchCount(OUTBOX, isOneOf(OUTBOX, "parked"));
    }

    /** The newest, newest first. */
    public static List<Row> newest(Tx tx, int most) {
        return tx.dsl()
                .select(
                        OUTBOX.ID,
                        OUTBOX.INCIDENT,
                        OUTBOX.BODY,
                        OUTBOX.REASON,
                        OUTBOX.FINISHED_AT,
                        OUTBOX.CREATED_AT)
                .from(OUTBOX)
                .where(isOneOf(OUTBOX, "parked"))
                .orderBy(OUTBOX.ID.desc())
                .limit(most)
                .fetch()
                .map(row ->
                        new Row(
                                row.value1(),
                                new IncidentId(row.value2()),
                                EffectJson.readIfKnown(row.value3().data()),
                                Optional.ofNullable(row.value4()).orElse(""),
                                Optional.ofNullable(row.value5()).orElse(row.value6())));
    }

    /**
     * Back on the list, as if it had never been tried.
     *
     * @return whether it was set aside until now; one that waits already and says the same stands
     *     for it as well
     */
    public static boolean again(Tx tx, long id) {
        try {
            return tx.dsl()
                    .transactionResult(nested ->
                            nested.dsl()
                                            .update(OUTBOX)
                                            .set(OUTBOX.STATE, "pending")
                                            .set(OUTBOX.ATTEMPTS, 0)
                                            .set(OUTBOX.NEXT_AT, realNow())
                                            .setNull(OUTBOX.FINISHED_AT)
                                            .setNull(OUTBOX.LOST_AT)
                                            .where(isSetAside(id))
                                            .execute()
                                    > 0);
        } catch (IntegrityConstraintViolationException e) {
            return seenTo(tx, id, "a newer one says it");
        }
    }

    /** Somebody has seen to it by hand; nothing more is expected of it. */
    public static boolean dealtWith(Tx tx, long id, PersonId by) {
        return seenTo(tx, id, "dealt with by " + by);
    }

    private static boolean seenTo(Tx tx, long id, String reason) {
        return tx.dsl()
                        .update(OUTBOX)
                        .set(OUTBOX.STATE, "skipped")
                        .set(OUTBOX.FINISHED_AT, realNow())
                        .set(OUTBOX.REASON, reason)
                        .where(isSetAside(id))
                        .execute()
                > 0;
    }

    private static Condition isSetAside(long id) {
        return OUTBOX.ID.eq(id).and(isOneOf(OUTBOX, "parked"));
    }
}
