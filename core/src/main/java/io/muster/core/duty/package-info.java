/**
 * Duties to notify those outside: owed, held, decided, done. Reading order: {@link
 * io.muster.core.duty.Duties}, {@link io.muster.core.duty.Standing}, {@link
 * io.muster.core.duty.Reckoning}. Which duties there are is policy; by when they are due is an
 * obligation like any other.
 */
@NullMarked
package io.muster.core.duty;

import org.jspecify.annotations.NullMarked;
