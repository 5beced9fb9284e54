/**
 * What belongs to a drill alone. Begins at {@link io.muster.core.drill.Exercise}. A drill is an
 * incident in everything else; only its marks, its pace and its end are its own.
 */
@NullMarked
package io.muster.core.drill;

import org.jspecify.annotations.NullMarked;
