package io.muster.core.incident;

import io.muster.core.drill.Conclusion;
import io.muster.core.drill.Exercise;
import io.muster.core.drill.Note;

/** What is true of the exercise after it. */
final class DrillFold {
    private DrillFold() {}

    static Exercise after(Exercise before, DrillEvent event, Happened happened) {
        return switch (event) {
            case DrillEvent.DrillPlanned e -> before.planned(e.kind(), e.pace(), e.injects());
            case DrillEvent.InjectPlayed e ->
                    before.played(new Note(e.text(), happened.by(), happened.at()));
            case DrillEvent.DrillFindingRecorded e ->
                    before.found(new Note(e.text(), happened.by(), happened.at()));
            case DrillEvent.DrillConcluded e ->
                    before.concluded(
                            new Conclusion(
                                    e.verdict(),
                                    e.tested(),
                                    e.result(),
                                    e.actions(),
                                    e.participants(),
                                    happened.at()));
        };
    }
}
