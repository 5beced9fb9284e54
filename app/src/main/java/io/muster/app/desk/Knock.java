package io.muster.app.desk;

import io.muster.core.PersonId;
import io.muster.core.roster.Actor;
import io.muster.db.delivery.Delivery;
import io.muster.db.journal.Provenance;

import java.util.Objects;
import java.util.Optional;

/** Who knocks, by which way, and with which delivery, if it came as one. */
public record Knock(Actor by, Provenance from, Optional<Delivery> delivery) {
    public Knock {
        Objects.requireNonNull(by);
        Objects.requireNonNull(from);
    }

    /** The clock knocks. */
    public static Knock ofTheClock() {
        return new Knock(Actor.muster(), new Provenance("clock", ""), Optional.empty());
    }

    /** Somebody's account in the chat changed, and others are asked in their place. */
    public static Knock ofTheRoster() {
        return new Knock(Actor.muster(), new Provenance("roster", ""), Optional.empty());
    }

    /** Muster reports what it did in Slack. */
    public static Knock ofTheOutbox(long row) {
        return new Knock(Actor.muster(), new Provenance("outbox", "row:" + row), Optional.empty());
    }

    /** A person knocks. */
    public static Knock of(PersonId person, String via, Delivery delivery) {
        return new Knock(
                Actor.person(person), new Provenance(via, delivery.key()), Optional.of(delivery));
    }
}
