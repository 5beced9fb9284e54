/**
 * What has been established about an incident: times, answers, findings. Reading order: {@link
 * io.muster.core.fact.Facts}, {@link io.muster.core.fact.Fact}. A correction is a new fact beside
 * the old one; nothing is overwritten.
 */
@NullMarked
package io.muster.core.fact;

import org.jspecify.annotations.NullMarked;
