package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;

import java.util.Optional;

/** Words that leave the building: drafted, reviewed, released, sent. */
public sealed interface DraftCommand extends DossierCommand {
    record WriteDraft(FreeText text) implements DraftCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.DRAFT);
    }
}
