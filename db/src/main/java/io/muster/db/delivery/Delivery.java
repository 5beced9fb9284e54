package io.muster.db.delivery;

import java.util.Objects;

/**
 * What identifies a delivery, so that the same one again is recognised.
 *
 * @param key the sender's own id of it: an event id, a trigger id, a fingerprint
 * @param fallback what identifies the request itself (its time and signature), for senders whose
 *     ids turn out not to be unique
 * @param body a fingerprint of what was delivered
 */
public record Delivery(String key, String fallback, String body) {
    public Delivery {
        Objects.requireNonNull(key);
        Objects.requireNonNull(fallback);
        Objects.requireNonNull(body);
    }
}
