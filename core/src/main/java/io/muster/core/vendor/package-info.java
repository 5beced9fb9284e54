/** At whom else it began: {@link io.muster.core.vendor.Vendor}. Knows no deadlines. */
@NullMarked
package io.muster.core.vendor;

import org.jspecify.annotations.NullMarked;
