/**
 * Evidence and through whose hands it passed. Reading order: {@link
 * io.muster.core.evidence.Register}, {@link io.muster.core.evidence.Exhibit}, {@link
 * io.muster.core.evidence.Handover}. Holds what is known of each exhibit, never the exhibit itself;
 * nothing that was ever registered is taken out again.
 */
@NullMarked
package io.muster.core.evidence;

import org.jspecify.annotations.NullMarked;
