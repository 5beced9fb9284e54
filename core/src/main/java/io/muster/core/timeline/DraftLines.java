package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.DraftEvent;

/** How it reads in the timeline. */
final class DraftLines {
    private DraftLines() {}

    static Phrase what(DraftEvent event) {
        return Phrase.EMPTY;
    }
}
