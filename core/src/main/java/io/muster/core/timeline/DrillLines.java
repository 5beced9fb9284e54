package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.DrillEvent;

/** How it reads in the timeline. */
final class DrillLines {
    private DrillLines() {}

    static Phrase what(DrillEvent event) {
        return Phrase.EMPTY;
    }
}
