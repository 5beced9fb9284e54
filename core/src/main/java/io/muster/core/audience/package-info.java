/**
 * Who must know of the incident by the escalation matrix, and what became of telling them. Reading
 * order: {@link io.muster.core.audience.Audiences}, {@link io.muster.core.audience.Audience},
 * {@link io.muster.core.audience.Cell}. Never asks who holds a role: that is the roster's.
 */
@NullMarked
package io.muster.core.audience;

import org.jspecify.annotations.NullMarked;
