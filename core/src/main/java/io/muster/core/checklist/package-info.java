/**
 * Things owed without a clock: what was ticked or ruled out, by whom, when; who was asked, and what
 * proves it. Reading order: {@link io.muster.core.checklist.Tick}, {@link
 * io.muster.core.checklist.NotApplicable}, {@link io.muster.core.checklist.Checklists}.
 */
@NullMarked
package io.muster.core.checklist;

import org.jspecify.annotations.NullMarked;
