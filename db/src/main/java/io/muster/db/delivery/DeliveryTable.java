package io.muster.db.delivery;

import static io.muster.db.jooq.Tables.DELIVERY;

import io.muster.core.incident.IncidentId;
import io.muster.db.Tx;

import java.util.Optional;

/**
 * Remembers deliveries in the transaction that acts on them. A second delivery of the same thing
 * that comes while the first is still being acted on waits for it, because both insert the same
 * key.
 */
public final class DeliveryTable {
    /** What is known of a delivery. */
    public sealed interface Seen {
        /** It is new. */
        record FirstTime() implements Seen {}

        /** It was acted on before, for this incident if it concerned one. */
        record Again(Optional<IncidentId> incident) implements Seen {}
    }

    /**
     * Notes a delivery. One whose id was used before for something else is judged by the request
     * that carried it: some senders give every request the same id.
     */
    public Seen note(Tx tx, Delivery delivery) {
        if (insert(tx, delivery.key(), delivery.body())) {
            return new Seen.FirstTime();
        }
        boolean sameThing =
                tx.dsl()
                        .select(DELIVERY.BODY)
                        .from(DELIVERY)
                        .where(DELIVERY.KEY.eq(delivery.key()))
                        .fetchOptional(DELIVERY.BODY)
                        .filter(delivery.body()::equals)
                        .isPresent();
        if (sameThing) {
            return new Seen.Again(incidentOf(tx, delivery.key()));
        }
        return insert(tx, delivery.fallback(), delivery.body())
                ? new Seen.FirstTime()
                : new Seen.Again(incidentOf(tx, delivery.fallback()));
    }

    /** Remembers which incident a delivery was about, so that a repetition can say so. */
    public void concerns(Tx tx, Delivery delivery, IncidentId incident) {
        tx.dsl()
                .update(DELIVERY)
                .set(DELIVERY.INCIDENT, incident.number())
                .where(DELIVERY.KEY.in(delivery.key(), delivery.fallback()))
                .and(DELIVERY.BODY.eq(delivery.body()))
                .execute();
    }

    /** Forgets a delivery that changed nothing. */
    public void forget(Tx tx, Delivery delivery) {
        tx.dsl()
                .deleteFrom(DELIVERY)
                .where(DELIVERY.KEY.in(delivery.key(), delivery.fallback()))
                .and(DELIVERY.BODY.eq(delivery.body()))
                .and(DELIVERY.INCIDENT.isNull())
                .execute();
    }

    private static boolean insert(Tx tx, String key, String body) {
        return tx.dsl()
                        .insertInto(DELIVERY)
                        .set(DELIVERY.KEY, key)
                        .set(DELIVERY.BODY, body)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Optional<IncidentId> incidentOf(Tx tx, String key) {
        return tx.dsl()
                .select(DELIVERY.INCIDENT)
                .from(DELIVERY)
                .where(DELIVERY.KEY.eq(key))
                .fetchOptional(DELIVERY.INCIDENT)
                .map(IncidentId::new);
    }
}
