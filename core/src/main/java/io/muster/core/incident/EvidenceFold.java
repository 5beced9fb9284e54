package io.muster.core.incident;

import io.muster.core.evidence.Register;

/** What is true after it. */
final class EvidenceFold {
    private EvidenceFold() {}

    static Register after(Register before, EvidenceEvent event, Happened happened) {
        return before;
    }
}
