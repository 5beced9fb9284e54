/** The past, told: {@link io.muster.core.timeline.Timeline} makes a sentence of every event. */
@NullMarked
package io.muster.core.timeline;

import org.jspecify.annotations.NullMarked;
