package io.muster.db.outbox;

import static io.muster.db.jooq.Tables.OUTBOX;
import static io.muster.db.outbox.Readiness.OPEN;
import static io.muster.db.outbox.Readiness.isOneOf;
import static io.muster.db.outbox.Readiness.realNow;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;
import io.muster.db.Tx;

import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Record4;
import org.jooq.impl.DSL;

import java.util.List;
import java.util.Optional;

/** Messages that ask for something, by the key under which their answer finds them. */
public final class KeyedMessages {
    private KeyedMessages() {}

    /** Those that stand in Slack. What was put after the answer asks anew and is not among them. */
    public static List<SentMessage> standing(
            Tx tx, IncidentId incident, MessageKey key, long before) {
        return tx
                .dsl()
                .select(OUTBOX.ID, OUTBOX.BODY, OUTBOX.CHANNEL, OUTBOX.TS)
                .from(OUTBOX)
                .where(isMessage(incident, key))
                .and(isOneOf(OUTBOX, "sent"))
                .and(OUTBOX.TS.isNotNull())
                .and(OUTBOX.ID.lt(before))
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

    /** What has not been sent yet is not needed any more. */
    public static int skipWaiting(Tx tx, IncidentId incident, MessageKey key, long before) {
        return tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.STATE, "skipped")
                .set(OUTBOX.FINISHED_AT, realNow())
                .set(OUTBOX.REASON, "answered before it was sent")
                .where(isMessage(incident, key))
                .and(isOneOf(OUTBOX, "pending"))
                .and(OUTBOX.ID.lt(before))
                .execute();
    }

    /**
     * Whether one is being sent at this moment, or was sent and nobody knows yet whether it came
     * through, or was given back to wait since the waiting ones were skipped. Its answer has to
     * wait, or the message would keep its buttons for ever.
     */
    public static boolean areOnTheirWay(Tx tx, IncidentId incident, MessageKey key, long before) {
        return tx.dsl()
                .fetchExists(
                        OUTBOX,
                        isMessage(incident, key)
                                .and(isOneOf(OUTBOX, OPEN))
                                .and(OUTBOX.ID.lt(before)));
    }

    /** Whether somebody was, or is about to be, told the very same in person. */
    public static boolean wereToldInPerson(
            Tx tx, IncidentId incident, MessageKey key, Notice notice) {
        return tx
                .dsl()
                .select(OUTBOX.BODY)
                .from(OUTBOX)
                .where(isAbout(incident, key))
                .and(OUTBOX.EFFECT.eq("Tell"))
                .stream()
                .flatMap(row -> EffectJson.readIfKnown(row.value1().data()).stream())
                .anyMatch(effect -> effect instanceof Effect.Tell t && t.notice().equals(notice));
    }

    static Condition isAbout(IncidentId incident, MessageKey key) {
        return OUTBOX.INCIDENT
                .eq(incident.number())
                .and(OUTBOX.MESSAGE_KEY.eq(key.value()))
                .and(OUTBOX.MESSAGE_KEY.ne(DSL.inline("")));
    }

    private static Condition isMessage(IncidentId incident, MessageKey key) {
        return isAbout(incident, key).and(OUTBOX.EFFECT.in("Say", "Tell", "Announce"));
    }
}
