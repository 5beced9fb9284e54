package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.drill.Conclusion;
import io.muster.core.policy.Act;

import java.util.Optional;

/** What only a drill can be asked. */
public sealed interface DrillCommand extends DossierCommand {
    /** Throw this in now. */
    record PlayInject(FreeText text) implements DrillCommand {}

    /** We found this. */
    record RecordFinding(FreeText text) implements DrillCommand {}

    /**
     * It is over, and this came of it; the incident is closed with it.
     *
     * @param kind what was rehearsed, if a duty of the plan asks for that
     * @param tested what was tested
     * @param actions what is to be done about what was found; may be blank
     */
    record Conclude(
            Conclusion.Verdict verdict,
            Optional<String> kind,
            FreeText tested,
            FreeText result,
            FreeText actions)
            implements DrillCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.DRILL);
    }
}
