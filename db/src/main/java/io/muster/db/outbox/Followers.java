package io.muster.db.outbox;

import static io.muster.db.jooq.Tables.OUTBOX;
import static io.muster.db.outbox.Readiness.OPEN;
import static io.muster.db.outbox.Readiness.interval;
import static io.muster.db.outbox.Readiness.isOneOf;
import static io.muster.db.outbox.Readiness.realNow;

import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Effect;
import io.muster.db.Tx;

import java.time.Duration;
import java.util.List;

/** What followers of the status page are to hear: put behind everything that responders hear. */
public final class Followers {
    /** No severity ranks as low as this. */
    private static final int LAST = 99;

    private static final int BEFORE_THE_LAST = 90;
    private static final Duration SOON = Duration.ofSeconds(5);

    private Followers() {}

    /** Puts mails or calls on the list that are not there yet. */
    public static void put(Tx tx, Outbox outbox, IncidentId incident, List<Effect> effects) {
        outbox.put(
                tx,
                incident,
                effects.stream().filter(effect -> !isThere(tx, incident, effect)).toList(),
                LAST);
    }

    /** Puts the mail on the list that asks somebody whether they want to subscribe. */
    public static void ask(Tx tx, Outbox outbox, long subscriber) {
        outbox.put(
                tx,
                IncidentId.PROGRAM,
                List.of(new Effect.ToFollowers.SubscriptionLetter(subscriber)),
                BEFORE_THE_LAST);
    }

    /** How many mails are about to leave; what waits for a better time does not count. */
    public static int underWay(Tx tx) {
        return tx.dsl()
                .fetchCount(
                        OUTBOX,
                        isOneOf(OUTBOX, OPEN)
                                .and(
                                        OUTBOX.EFFECT.in(
                                                Effect.ToFollowers.StatusLetter.class
                                                        .getSimpleName(),
                                                Effect.ToFollowers.MaintenanceLetter.class
                                                        .getSimpleName()))
                                .and(OUTBOX.NEXT_AT.le(realNow().add(interval(SOON)))));
    }

    private static boolean isThere(Tx tx, IncidentId incident, Effect effect) {
        return effect instanceof Effect.ToFollowers.StatusCall call
                && tx.dsl()
                        .fetchExists(
                                OUTBOX, KeyedMessages.isAbout(incident, FollowerLane.key(call)));
    }
}
