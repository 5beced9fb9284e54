/**
 * State, timeline and audit log at once. Reading order: {@link io.muster.db.journal.Journal},
 * {@link io.muster.db.journal.Entry}, {@link io.muster.db.journal.EventJson}, {@link
 * io.muster.db.journal.Projections}. An entry is written once and never changed; its name and shape
 * stay readable for ever.
 */
@NullMarked
package io.muster.db.journal;

import org.jspecify.annotations.NullMarked;
