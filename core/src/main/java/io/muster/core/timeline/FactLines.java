package io.muster.core.timeline;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.incident.FactEvent;

/** How a fact reads in the timeline: what is said now, beside what was said before. */
final class FactLines {
    private FactLines() {}

    static Phrase what(FactEvent event) {
        return switch (event) {
            case FactEvent.TimeClaimed e -> because(time(e), e.because());
            case FactEvent.FindingRecorded e ->
                    Phrase.of(e.name().title() + (e.correction() ? ", corrected: " : ": "))
                            .quote(e.text());
            case FactEvent.QuestionAnswered e -> because(answer(e), e.because());
            case FactEvent.DetectionRecorded e -> because(detection(e), e.because());
        };
    }

    private static Phrase time(FactEvent.TimeClaimed e) {
        Phrase phrase = Phrase.of(e.name().title() + ": ").at(e.claimed());
        return e.before().map(at -> phrase.say(" (until now ").at(at).say(")")).orElse(phrase);
    }

    private static Phrase answer(FactEvent.QuestionAnswered e) {
        Phrase answer = Phrase.of(e.title() + " ").strong(e.answer().title());
        Phrase phrase = e.since().map(at -> answer.say(", since ").at(at)).orElse(answer);
        return e.before()
                .filter(before -> before != e.answer())
                .map(before -> phrase.say(" (until now " + before.word() + ")"))
                .orElse(phrase);
    }

    private static Phrase detection(FactEvent.DetectionRecorded e) {
        return Phrase.of("Noticed by: " + e.title())
                .say(
                        e.before()
                                .filter(before -> !before.equals(e.title()))
                                .map(before -> " (until now: " + before + ")")
                                .orElse(""));
    }

    private static Phrase because(Phrase phrase, FreeText reason) {
        return reason.isBlank() ? phrase : phrase.say(", because: ").quote(reason);
    }
}
