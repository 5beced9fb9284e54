package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.DutyEvent;

/** How it reads in the timeline. */
final class DutyLines {
    private DutyLines() {}

    static Phrase what(DutyEvent event) {
        return Phrase.EMPTY;
    }
}
