package io.muster.app.slack;

import io.muster.core.PersonId;
import io.muster.db.delivery.Delivery;

import java.util.Objects;
import java.util.Optional;

/**
 * What every delivery has: who, where, and by what it is recognised if it comes again.
 *
 * @param channel where the person was; empty where Slack does not say (modals, the Home)
 * @param trigger opens a modal within three seconds; empty if there is none
 * @param replyTo an address for private replies; empty if there is none
 */
public record Delivered(
        PersonId by,
        Optional<String> channel,
        Optional<String> trigger,
        Optional<String> replyTo,
        Delivery delivery) {
    public Delivered {
        Objects.requireNonNull(by);
        Objects.requireNonNull(delivery);
    }

    /** The same, known to come from this channel. */
    public Delivered in(String place) {
        return new Delivered(by, Optional.of(place), trigger, replyTo, delivery);
    }
}
