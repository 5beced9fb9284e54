package io.muster.core.statuspage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A component of which an entry says something else than the one before it. */
public record ComponentChange(String component, ComponentState from, ComponentState to) {
    public ComponentChange {
        Objects.requireNonNull(component);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** What changed; what is over affects nothing any more. */
    public static List<ComponentChange> between(Optional<Bulletin> before, Bulletin after) {
        Map<String, ComponentState> old = before.map(ComponentChange::states).orElse(Map.of());
        Map<String, ComponentState> now = states(after);
        List<ComponentChange> changes = new ArrayList<>();
        old.forEach((component, from) -> {
            if (!now.containsKey(component)) {
                add(changes, component, from, ComponentState.OPERATIONAL);
            }
        });
        now.forEach((component, to) ->
                add(
                        changes,
                        component,
                        old.getOrDefault(component, ComponentState.OPERATIONAL),
                        to));
        return List.copyOf(changes);
    }

    private static void add(
            List<ComponentChange> changes,
            String component,
            ComponentState from,
            ComponentState to) {
        if (from != to) {
            changes.add(new ComponentChange(component, from, to));
        }
    }

    private static Map<String, ComponentState> states(Bulletin bulletin) {
        Map<String, ComponentState> states = new LinkedHashMap<>();
        if (bulletin.state() != PageState.RESOLVED) {
            bulletin.affected().forEach(a -> states.put(a.component(), a.state()));
        }
        return states;
    }
}
