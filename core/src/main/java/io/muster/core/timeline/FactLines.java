package io.muster.core.timeline;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.incident.FactEvent;

import java.util.Locale;

/** How a fact reads in the timeline. */
final class FactLines {
    private FactLines() {}

    static Phrase what(FactEvent event) {
        return switch (event) {
            case FactEvent.TimeClaimed e ->
                    because(
                            Phrase.of(capital(e.name().word()) + ": ").at(e.claimed()),
                            e.because());
            case FactEvent.FindingRecorded e ->
                    Phrase.of(capital(e.name().word()) + ": ").quote(e.text());
            case FactEvent.QuestionAnswered e ->
                    because(
                            Phrase.of(e.title() + " ").strong(capital(e.answer().word())),
                            e.because());
        };
    }

    private static Phrase because(Phrase phrase, FreeText reason) {
        return reason.isBlank() ? phrase : phrase.say(", because: ").quote(reason);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
