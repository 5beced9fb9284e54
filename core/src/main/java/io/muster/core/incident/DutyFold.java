package io.muster.core.incident;

import io.muster.core.duty.Duties;

/** What is true after it. */
final class DutyFold {
    private DutyFold() {}

    static Duties after(Duties before, DutyEvent event, Happened happened) {
        return before;
    }
}
