package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.Act;
import io.muster.core.policy.ItemName;

import java.util.Optional;

/** What can be said of a checklist item beside that it is done. */
public sealed interface TaskCommand extends IncidentCommand {
    /** It need not be done here, because. */
    record RuleOut(ItemName item, FreeText because) implements TaskCommand {}

    /**
     * This person does it.
     *
     * @param person empty: nobody in particular
     */
    record AssignItem(ItemName item, Optional<PersonId> person) implements TaskCommand {}

    /** Here is the proof. */
    record LinkItem(ItemName item, FreeText reference) implements TaskCommand {}

    /** What the policy calls it: whoever may tick an item may say these things of it. */
    default Optional<Act> act() {
        return Optional.of(Act.TICK);
    }
}
