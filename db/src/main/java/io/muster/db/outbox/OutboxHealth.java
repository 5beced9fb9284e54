package io.muster.db.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How the outbox stands.
 *
 * @param waiting rows that still have to be carried out
 * @param parked rows that could not be, set aside with their reason
 * @param unknown those among the waiting of which nobody knows whether they arrived
 * @param oldest when the oldest waiting row was written
 */
public record OutboxHealth(int waiting, int parked, int unknown, Optional<Instant> oldest) {}
