package io.muster.core.statuspage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How components do by all that the public was told: the worst that is said of each. */
public record Standing(Map<String, ComponentState> ailing) {
    public Standing {
        ailing = Map.copyOf(ailing);
    }

    /** By what was said last of each incident. */
    public static Standing of(Collection<Bulletin> told) {
        Map<String, ComponentState> ailing = new HashMap<>();
        for (Bulletin bulletin : told) {
            bulletin.ailing()
                    .forEach(a -> ailing.merge(a.component(), a.state(), ComponentState::or));
        }
        return new Standing(ailing);
    }

    /** How this component does. */
    public ComponentState of(String component) {
        return ailing.getOrDefault(component, ComponentState.OPERATIONAL);
    }

    /** The worst of all. */
    public ComponentState worst() {
        return ailing.values().stream().reduce(ComponentState.OPERATIONAL, ComponentState::or);
    }
}
