package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.ActionEvent;

/** How it reads in the timeline. */
final class ActionLines {
    private ActionLines() {}

    static Phrase what(ActionEvent event) {
        return Phrase.EMPTY;
    }
}
