package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;

import java.util.Optional;

/** What is done so that it does not happen again. */
public sealed interface ActionCommand extends DossierCommand {
    record AddAction(FreeText text) implements ActionCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.ACTION);
    }
}
