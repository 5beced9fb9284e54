/**
 * Quartz is the bell, the table is the memory: {@link io.muster.app.clock.QuartzClock} rings, and a
 * job asks the database what is due and knocks at the desk for each.
 */
@NullMarked
package io.muster.app.clock;

import org.jspecify.annotations.NullMarked;
