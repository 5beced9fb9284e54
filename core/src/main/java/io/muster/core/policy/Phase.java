package io.muster.core.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A workstream of the response. Phases have a start and an end each and may overlap: no policy has
 * one pointer that moves from one to the next.
 *
 * @param title as buttons and cards show it, for example {@code Containment}
 * @param startsByItself it begins when the incident is declared
 * @param reaches the milestone that is reached when it is finished, if any
 */
public record Phase(
        PhaseName name,
        String title,
        boolean startsByItself,
        Optional<Milestone> reaches,
        List<Item> items) {
    public Phase {
        Objects.requireNonNull(name);
        items = List.copyOf(items);
    }

    /** Whether it looks back on what is over: the record ends it by the approved review. */
    public boolean looksBack() {
        return items.stream()
                .anyMatch(i -> i.tickedBy().filter(AutoTick.REVIEW_APPROVED::equals).isPresent());
    }
}
