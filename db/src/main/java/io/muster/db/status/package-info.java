/**
 * What the public can read: {@link io.muster.db.status.StatusTable} of incidents, {@link
 * io.muster.db.status.MaintenanceTable} of work that is announced. And who follows it by mail:
 * {@link io.muster.db.status.SubscriberTable}.
 */
@NullMarked
package io.muster.db.status;

import org.jspecify.annotations.NullMarked;
