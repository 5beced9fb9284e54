/** What the clock looks at: {@link io.muster.db.obligation.ObligationTable}. */
@NullMarked
package io.muster.db.obligation;

import org.jspecify.annotations.NullMarked;
