package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.incident.DocumentEvent;
import io.muster.core.incident.DocumentPlace;

/** How the life of the document reads in the timeline. */
final class DocumentLines {
    private DocumentLines() {}

    static Phrase what(DocumentEvent event) {
        return switch (event) {
            case DocumentEvent.DocumentOpened e -> Phrase.of(opened(e));
            case DocumentEvent.DocumentExported e ->
                    Phrase.of(
                            e.inPerson()
                                    ? "Document exported, to whoever asked alone"
                                    : "Document exported into the channel");
        };
    }

    private static String opened(DocumentEvent.DocumentOpened e) {
        String form =
                e.place().form() == DocumentPlace.Form.CANVAS
                        ? "the channel's canvas"
                        : "a pinned message";
        if (e.before().isEmpty()) {
            return "Incident document opened: " + form;
        }
        return e.before().get() == e.place().form()
                ? "Incident document was deleted and made anew: " + form
                : "Incident document moved: it is now " + form;
    }
}
