package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;

import java.util.Optional;

/** Duties to notify: owed, decided, done. */
public sealed interface DutyCommand extends DossierCommand {
    record WaiveDuty(String duty, FreeText reason) implements DutyCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.DECIDE_DUTY);
    }
}
