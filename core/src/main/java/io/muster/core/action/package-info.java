/**
 * What is done so that it does not happen again. Begins at {@link io.muster.core.action.Actions}.
 */
@NullMarked
package io.muster.core.action;

import org.jspecify.annotations.NullMarked;
