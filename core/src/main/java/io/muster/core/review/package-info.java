/** The post-mortem. Begins at {@link io.muster.core.review.Review}. */
@NullMarked
package io.muster.core.review;

import org.jspecify.annotations.NullMarked;
