/**
 * What the world must be told, written with the events that made it necessary. Reading order:
 * {@link io.muster.db.outbox.Outbox}, {@link io.muster.db.outbox.Lane}, {@link
 * io.muster.db.outbox.OutboxItem}. Says nothing itself.
 */
@NullMarked
package io.muster.db.outbox;

import org.jspecify.annotations.NullMarked;
