package io.muster.core.policy;

import java.util.List;
import java.util.Objects;

/**
 * Something that must be settled before something else may be done.
 *
 * @param name as the record keeps it, for example {@code evidence-first}
 * @param title as people read it
 * @param before the acts that it guards
 * @param needs the checklist items that must be done, or not applicable with a reason
 */
public record Gate(
        String name, String title, List<Guard> before, List<ItemName> needs, Scope scope) {
    public Gate {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(scope);
        before = List.copyOf(before);
        needs = List.copyOf(needs);
    }
}
