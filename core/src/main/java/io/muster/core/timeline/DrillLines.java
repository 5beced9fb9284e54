package io.muster.core.timeline;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.DrillEvent;

/** How it reads in the timeline. What is still to be thrown in is not betrayed. */
final class DrillLines {
    private DrillLines() {}

    static Phrase what(DrillEvent event) {
        return switch (event) {
            case DrillEvent.DrillPlanned e -> planned(e);
            case DrillEvent.InjectPlayed e ->
                    Phrase.of(e.planned() ? "Inject, as planned: " : "Inject: ").quote(e.text());
            case DrillEvent.DrillFindingRecorded e ->
                    Phrase.of("Finding " + e.number() + ": ").quote(e.text());
            case DrillEvent.DrillConcluded e -> concluded(e);
        };
    }

    private static Phrase planned(DrillEvent.DrillPlanned e) {
        return Phrase.of("Drill planned")
                .say(e.kind().map(kind -> " as " + kind).orElse(""))
                .say(e.pace() == 1 ? "" : ", time runs " + e.pace() + " times as fast")
                .say(
                        e.injects().isEmpty()
                                ? ""
                                : ", with " + Spoken.count(e.injects().size(), "inject"));
    }

    private static Phrase concluded(DrillEvent.DrillConcluded e) {
        Phrase phrase =
                Phrase.of("Drill concluded: ")
                        .strong(e.verdict().words())
                        .then(part("Tested", e.tested()))
                        .then(part("Result", e.result()))
                        .then(part("To do", e.actions()));
        return e.participants().isEmpty()
                ? phrase
                : phrase.say(". Took part: ").everyone(e.participants());
    }

    private static Phrase part(String title, FreeText text) {
        return text.isBlank() ? Phrase.EMPTY : Phrase.of(". " + title + ": ").quote(text);
    }
}
