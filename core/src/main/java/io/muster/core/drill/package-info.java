/** What belongs to a drill alone. Begins at {@link io.muster.core.drill.Exercise}. */
@NullMarked
package io.muster.core.drill;

import org.jspecify.annotations.NullMarked;
