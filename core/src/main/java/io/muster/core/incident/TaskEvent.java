package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.ItemName;

import java.util.List;
import java.util.Optional;

/** What becomes of checklist items beside being ticked, and of the gates that wait for them. */
public sealed interface TaskEvent extends IncidentEvent {
    /**
     * An item need not be done here.
     *
     * @param guarded a phase or a gate waits for it, so that only those decide who may go past one
     */
    record ItemNotApplicable(ItemName item, String text, boolean guarded, FreeText because)
            implements TaskEvent {}

    /**
     * An item was given to a person, or taken from whoever had it.
     *
     * @param person empty: nobody in particular has it now
     */
    record ItemAssigned(
            ItemName item, String text, Optional<PersonId> person, Optional<PersonId> before)
            implements TaskEvent {
        @Override
        public List<PersonId> bringsIn() {
            return person.stream().toList();
        }
    }

    /** Somebody said where the proof of an item is to be found. */
    record ItemLinked(ItemName item, String text, FreeText reference) implements TaskEvent {}

    /**
     * Somebody went past a gate.
     *
     * @param act what was done in spite of it, as the policy writes it: {@code start recover}
     * @param what the same for people: {@code starting Recover}
     * @param missing the items that were open
     */
    record GateOverridden(
            String gate,
            String title,
            String act,
            String what,
            List<ItemName> missing,
            FreeText reason)
            implements TaskEvent {
        public GateOverridden {
            missing = List.copyOf(missing);
        }
    }
}
