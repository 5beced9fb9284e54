/** Turns of jobs that run by the calendar: {@link io.muster.db.job.JobSlots}. */
@NullMarked
package io.muster.db.job;

import org.jspecify.annotations.NullMarked;
