/**
 * Evidence and through whose hands it passed. Begins at {@link io.muster.core.evidence.Register}.
 */
@NullMarked
package io.muster.core.evidence;

import org.jspecify.annotations.NullMarked;
