package io.muster.core.checklist;

import io.muster.core.PersonId;
import io.muster.core.policy.Item;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Phase;
import io.muster.core.policy.SeverityName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of the checklist items of one incident; the items themselves stand in its policy. An
 * item is open, done or not applicable; whoever is asked to do it and whatever proves it stay with
 * it in all three.
 */
public record Checklists(
        Map<ItemName, Tick> ticks,
        Map<ItemName, NotApplicable> notApplicable,
        Map<ItemName, PersonId> assigned,
        Map<ItemName, List<Reference>> references) {
    /** Nothing is ticked. */
    public static final Checklists NONE = new Checklists(Map.of(), Map.of(), Map.of(), Map.of());

    public Checklists {
        ticks = Map.copyOf(ticks);
        notApplicable = Map.copyOf(notApplicable);
        assigned = Map.copyOf(assigned);
        references = Map.copyOf(references);
    }

    /** Who ticked this item and when, if anyone did. */
    public Optional<Tick> tick(ItemName item) {
        return Optional.ofNullable(ticks.get(item));
    }

    /** Who said why this item need not be done, if anyone did. */
    public Optional<NotApplicable> notApplicable(ItemName item) {
        return Optional.ofNullable(notApplicable.get(item));
    }

    /** Who was asked to do this item. */
    public Optional<PersonId> assignee(ItemName item) {
        return Optional.ofNullable(assigned.get(item));
    }

    /** What proves this item, oldest first. */
    public List<Reference> references(ItemName item) {
        return references.getOrDefault(item, List.of());
    }

    /** Whether this item is done. */
    public boolean done(ItemName item) {
        return ticks.containsKey(item);
    }

    /** Whether nothing is left to do: the item is done, or it is not applicable with a reason. */
    public boolean settled(ItemName item) {
        return done(item) || notApplicable.containsKey(item);
    }

    /** The items of a phase that are meant for an incident of this severity and kind. */
    public static List<Item> meant(Phase phase, SeverityName severity, Set<KindName> kinds) {
        return phase.items().stream().filter(i -> i.scope().covers(severity, kinds)).toList();
    }

    /** With this item ticked. */
    public Checklists with(ItemName item, Tick tick) {
        return new Checklists(
                plus(ticks, item, tick), minus(notApplicable, item), assigned, references);
    }

    /** With this item not applicable. */
    public Checklists with(ItemName item, NotApplicable ruling) {
        return new Checklists(
                minus(ticks, item), plus(notApplicable, item, ruling), assigned, references);
    }

    /** With this item in the hands of this person, or of nobody. */
    public Checklists with(ItemName item, Optional<PersonId> person) {
        Map<ItemName, PersonId> changed =
                person.map(p -> plus(assigned, item, p)).orElseGet(() -> minus(assigned, item));
        return new Checklists(ticks, notApplicable, changed, references);
    }

    /** With one more proof of this item. */
    public Checklists with(ItemName item, Reference reference) {
        List<Reference> more = new ArrayList<>(references(item));
        more.add(reference);
        return new Checklists(
                ticks, notApplicable, assigned, plus(references, item, List.copyOf(more)));
    }

    /** With this item open again. */
    public Checklists without(ItemName item) {
        return new Checklists(minus(ticks, item), minus(notApplicable, item), assigned, references);
    }

    private static <T> Map<ItemName, T> plus(Map<ItemName, T> map, ItemName item, T value) {
        Map<ItemName, T> changed = new LinkedHashMap<>(map);
        changed.put(item, value);
        return changed;
    }

    private static <T> Map<ItemName, T> minus(Map<ItemName, T> map, ItemName item) {
        Map<ItemName, T> changed = new LinkedHashMap<>(map);
        changed.remove(item);
        return changed;
    }
}
