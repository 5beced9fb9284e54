/**
 * Working time as values. Reading order: {@link io.muster.core.calendar.Span}, {@link
 * io.muster.core.calendar.BusinessCalendar}. Nothing here reads a clock.
 */
@NullMarked
package io.muster.core.calendar;

import org.jspecify.annotations.NullMarked;
