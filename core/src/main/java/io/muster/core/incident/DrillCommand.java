package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;

import java.util.Optional;

/** What belongs to a drill alone. */
public sealed interface DrillCommand extends DossierCommand {
    record PlayInject(FreeText text) implements DrillCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.DRILL);
    }
}
