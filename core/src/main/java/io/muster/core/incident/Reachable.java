package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Policy;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Target;
import io.muster.core.roster.Roster;

import java.util.List;
import java.util.Optional;

/** Turns a target of the policy into people. */
final class Reachable {
    private Reachable() {}

    /** Who is meant: the holder in this incident first, else the one on duty; maybe nobody. */
    static List<PersonId> people(Target target, Incident incident, Roster roster) {
        if (target.next() == 0) {
            Optional<PersonId> person =
                    incident.dossier()
                            .actions()
                            .ownerCalled(target.role())
                            .or(() -> incident.holder(target.role()))
                            .or(() -> roster.onDuty(target.role()));
            return person.map(List::of).orElse(List.of());
        }
        List<PersonId> holders = roster.holders(target.role());
        return target.next() < holders.size() ? List.of(holders.get(target.next())) : List.of();
    }

    /**
     * Everyone who is to have word as this role: the holder in this incident, else all whom the
     * team names; maybe nobody.
     */
    static List<PersonId> everyone(RoleName role, Incident incident, Roster roster) {
        return incident.holder(role).map(List::of).orElseGet(() -> roster.holders(role));
    }

    /** The way up: whom the ladder of the acknowledgment names, in its order, each once. */
    static List<Target> path(Policy policy) {
        return policy.clock(ClockRule.ACKNOWLEDGMENT)
                .map(rule ->
                        rule.ladder().stream().flatMap(s -> s.tell().stream()).distinct().toList())
                .orElse(List.of());
    }
}
