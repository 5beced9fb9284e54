package io.muster.core.timeline;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.TaskEvent;

/** How checklist items and gates read in the timeline. */
final class TaskLines {
    private TaskLines() {}

    static Phrase what(TaskEvent event) {
        return switch (event) {
            case TaskEvent.ItemNotApplicable e ->
                    Phrase.of("Not applicable: " + e.text() + ", because: ").quote(e.because());
            case TaskEvent.ItemAssigned e -> assigned(e);
            case TaskEvent.ItemLinked e ->
                    Phrase.of("Proof of “" + e.text() + "”: ").quote(e.reference());
            case TaskEvent.GateOverridden e -> overridden(e);
        };
    }

    private static Phrase assigned(TaskEvent.ItemAssigned e) {
        return e.person()
                .map(person -> Phrase.EMPTY.who(person).say(" is to do: " + e.text()))
                .orElse(Phrase.of("With nobody in particular: " + e.text()));
    }

    private static Phrase overridden(TaskEvent.GateOverridden e) {
        return Phrase.of(
                        "Gate overridden by "
                                + e.what()
                                + ": "
                                + e.title()
                                + ", with "
                                + Spoken.count(e.missing().size(), "item")
                                + " open, because: ")
                .quote(e.reason());
    }
}
