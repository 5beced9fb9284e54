/** Deliveries that have been acted on: {@link io.muster.db.delivery.DeliveryTable}. */
@NullMarked
package io.muster.db.delivery;

import org.jspecify.annotations.NullMarked;
