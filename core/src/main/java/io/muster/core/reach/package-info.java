/**
 * How people were reached beside the chat: what was ordered, and what became of it. Reading order:
 * {@link io.muster.core.reach.Reaches}, {@link io.muster.core.reach.Reach}. Sends nothing and knows
 * no server.
 */
@NullMarked
package io.muster.core.reach;

import org.jspecify.annotations.NullMarked;
