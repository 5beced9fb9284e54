package io.muster.core.checklist;

import io.muster.core.policy.Item;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Phase;
import io.muster.core.policy.SeverityName;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has been ticked in one incident; the items themselves stand in its policy. */
public record Checklists(Map<ItemName, Tick> ticks) {
    /** Nothing is ticked. */
    public static final Checklists NONE = new Checklists(Map.of());

    public Checklists {
        ticks = Map.copyOf(ticks);
    }

    /** Who ticked this item and when, if anyone did. */
    public Optional<Tick> tick(ItemName item) {
        return Optional.ofNullable(ticks.get(item));
    }

    /** Whether this item is done. */
    public boolean done(ItemName item) {
        return ticks.containsKey(item);
    }

    /** The items of a phase that are meant for an incident of this severity and kind. */
    public static List<Item> meant(Phase phase, SeverityName severity, Set<KindName> kinds) {
        return phase.items().stream().filter(i -> i.scope().covers(severity, kinds)).toList();
    }

    /** With this item ticked. */
    public Checklists with(ItemName item, Tick tick) {
        Map<ItemName, Tick> changed = new LinkedHashMap<>(ticks);
        changed.put(item, tick);
        return new Checklists(changed);
    }

    /** With this item open again. */
    public Checklists without(ItemName item) {
        Map<ItemName, Tick> changed = new LinkedHashMap<>(ticks);
        changed.remove(item);
        return new Checklists(changed);
    }
}
