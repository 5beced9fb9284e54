/**
 * Things owed without a clock: what was ticked, by whom, when. Reading order: {@link
 * io.muster.core.checklist.Tick}, {@link io.muster.core.checklist.Checklists}.
 */
@NullMarked
package io.muster.core.checklist;

import org.jspecify.annotations.NullMarked;
