package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.EvidenceEvent;

/** How it reads in the timeline. */
final class EvidenceLines {
    private EvidenceLines() {}

    static Phrase what(EvidenceEvent event) {
        return Phrase.EMPTY;
    }
}
