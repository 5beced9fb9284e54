/**
 * What is learnt from an incident, as people write it. Reading order: {@link
 * io.muster.core.review.Review}, {@link io.muster.core.review.Blameless}. It never says who may do
 * what, and knows nothing of what the record writes by itself.
 */
@NullMarked
package io.muster.core.review;

import org.jspecify.annotations.NullMarked;
