package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.drill.Conclusion;
import io.muster.core.drill.Inject;

import java.util.List;
import java.util.Optional;

/** What happens in drills alone. */
public sealed interface DrillEvent extends DossierEvent {
    /** It was declared with this plan. */
    record DrillPlanned(Optional<String> kind, int pace, List<Inject> injects)
            implements DrillEvent {
        public DrillPlanned {
            injects = List.copyOf(injects);
        }
    }

    /**
     * Something was thrown in.
     *
     * @param planned it was planned, and its time had come
     */
    record InjectPlayed(boolean planned, FreeText text) implements DrillEvent {}

    /** Something was found. */
    record DrillFindingRecorded(int number, FreeText text) implements DrillEvent {}

    /** It was over, and this came of it. */
    record DrillConcluded(
            Conclusion.Verdict verdict,
            Optional<String> kind,
            FreeText tested,
            FreeText result,
            FreeText actions,
            List<PersonId> participants)
            implements DrillEvent {
        public DrillConcluded {
            participants = List.copyOf(participants);
        }
    }
}
