/**
 * When somebody's turn begins and ends, on the clock on the wall. Knows times, not people: {@link
 * io.muster.core.oncall.Handover} counts turns, {@link io.muster.core.oncall.Windows} says at which
 * hours they count. Never reads a clock.
 */
@NullMarked
package io.muster.core.oncall;

import org.jspecify.annotations.NullMarked;
