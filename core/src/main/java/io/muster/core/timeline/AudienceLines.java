package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.AudienceEvent;

/** How it reads in the timeline. */
final class AudienceLines {
    private AudienceLines() {}

    static Phrase what(AudienceEvent event) {
        return Phrase.EMPTY;
    }
}
