/** What lists show: {@link io.muster.db.incident.Board}. */
@NullMarked
package io.muster.db.incident;

import org.jspecify.annotations.NullMarked;
