package io.muster.core.notice;

import io.muster.core.Phrase;
import io.muster.core.incident.DocumentEvent;
import io.muster.core.incident.DocumentPlace;
import io.muster.core.incident.Happened;

import java.util.List;
import java.util.Optional;

/** That there is a document shows by itself; that it was lost, or is elsewhere now, is said. */
final class DocumentReactions {
    private DocumentReactions() {}

    static List<Effect> to(DocumentEvent event, Happened happened) {
        return switch (event) {
            case DocumentEvent.DocumentOpened e -> opened(e);
            case DocumentEvent.DocumentExported e ->
                    List.of(
                            new Effect.Export(
                                    e.inPerson() ? happened.by().person() : Optional.empty()));
        };
    }

    private static List<Effect> opened(DocumentEvent.DocumentOpened e) {
        if (e.before().isEmpty()) {
            return List.of();
        }
        String now =
                e.place().form() == DocumentPlace.Form.CANVAS
                        ? "the canvas of this channel"
                        : "a pinned message in this channel";
        Phrase phrase =
                e.before().get() == e.place().form()
                        ? Phrase.of(
                                "The incident document was deleted. It has been made anew from the"
                                        + " record, nothing is missing: it is ")
                        : Phrase.of("The incident document has moved: it is now ");
        return List.of(
                new Effect.Say(
                        MessageKey.NONE,
                        new Notice.Line(Notice.Tone.PLAIN, phrase.say(now + "."))));
    }
}
