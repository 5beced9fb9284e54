/** Duties to notify: owed, decided, done. Begins at {@link io.muster.core.duty.Duties}. */
@NullMarked
package io.muster.core.duty;

import org.jspecify.annotations.NullMarked;
