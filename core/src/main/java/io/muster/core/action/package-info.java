/**
 * What is done so that it does not happen again. Reading order: {@link
 * io.muster.core.action.ActionItem}, {@link io.muster.core.action.Actions}. It knows no clock: what
 * "in 2 weeks" means is asked with the day on which it was said.
 */
@NullMarked
package io.muster.core.action;

import org.jspecify.annotations.NullMarked;
