package io.muster.core.incident;

import io.muster.core.checklist.Checklists;
import io.muster.core.policy.Gate;
import io.muster.core.policy.Guard;
import io.muster.core.policy.Item;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.Phase;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Scope;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What still stands in the way of an act. Pure: asks the policy and what is true, nothing else.
 *
 * <p>What is meant for certain kinds of incident does not block one whose kind nobody has named
 * yet: it is shown as to be done, but an outage must not wait for a memory dump.
 */
public final class Gates {
    private Gates() {}

    /**
     * A gate that is closed.
     *
     * @param missing the items that are neither done nor ruled out; never empty
     */
    public record Closed(Gate gate, List<Item> missing) {
        public Closed {
            missing = List.copyOf(missing);
        }
    }

    /** The gates before this act that are closed; none if it may be done. */
    public static List<Closed> missing(Incident incident, Policy policy, Guard act) {
        List<Closed> closed = new ArrayList<>();
        for (Gate gate : policy.gates()) {
            if (gate.before().contains(act) && applies(gate.scope(), incident)) {
                List<Item> open = open(gate.needs(), incident, policy);
                if (!open.isEmpty()) {
                    closed.add(new Closed(gate, open));
                }
            }
        }
        return closed;
    }

    /**
     * The same for ticking an item: before its phase has begun, whatever guards the beginning
     * guards the item too. A gate never waits for the very item that is being ticked.
     */
    public static List<Closed> missingToTick(Incident incident, Policy policy, ItemName item) {
        Set<Closed> closed = new LinkedHashSet<>();
        closed.addAll(missing(incident, policy, new Guard.Ticking(item)));
        Optional<Phase> phase = policy.phaseOf(item);
        if (phase.filter(p -> incident.phases().find(p.name()).isEmpty()).isPresent()) {
            closed.addAll(
                    missing(incident, policy, new Guard.Starting(phase.orElseThrow().name())));
        }
        closed.removeIf(c -> c.gate().needs().contains(item));
        return List.copyOf(closed);
    }

    /** The required items of a phase that are neither done nor ruled out. */
    public static List<Item> required(Incident incident, Phase phase) {
        return Checklists.meant(phase, incident.severity(), incident.header().kinds()).stream()
                .filter(Item::required)
                .filter(item -> isOpen(item, incident))
                .toList();
    }

    /** Whether a phase or a gate waits for this item. */
    public static boolean waitFor(Item item, Incident incident, Policy policy) {
        return item.required()
                || policy.gates().stream()
                        .filter(gate -> applies(gate.scope(), incident))
                        .anyMatch(gate -> gate.needs().contains(item.name()));
    }

    private static List<Item> open(List<ItemName> needs, Incident incident, Policy policy) {
        return needs.stream()
                .flatMap(name -> policy.item(name).stream())
                .filter(item -> isOpen(item, incident))
                .toList();
    }

    private static boolean isOpen(Item item, Incident incident) {
        return applies(item.scope(), incident) && !incident.checklists().settled(item.name());
    }

    private static boolean applies(Scope scope, Incident incident) {
        return scope.covers(incident.severity(), incident.header().kinds())
                && (scope.kinds().isEmpty() || incident.header().kind().isPresent());
    }
}
