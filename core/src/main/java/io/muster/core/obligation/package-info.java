/**
 * Who owes what by when. Reading order: {@link io.muster.core.obligation.Obligation}, {@link
 * io.muster.core.obligation.EscalationLadder}, {@link io.muster.core.obligation.Obligations}. Knows
 * calendars; never reads a clock, never speaks.
 */
@NullMarked
package io.muster.core.obligation;

import org.jspecify.annotations.NullMarked;
