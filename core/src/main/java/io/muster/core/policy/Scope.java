package io.muster.core.policy;

import java.util.Set;

/**
 * Which incidents a rule is for. An empty set means: all.
 *
 * @param kinds an incident whose kind is not known yet is inside every scope: better one item too
 *     many than a duty forgotten
 */
public record Scope(Set<SeverityName> severities, Set<KindName> kinds) {
    /** Every incident. */
    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        severities = Set.copyOf(severities);
        kinds = Set.copyOf(kinds);
    }

    /** Whether an incident of this severity and these possible kinds is meant. */
    public boolean covers(SeverityName severity, Set<KindName> possible) {
        return (severities.isEmpty() || severities.contains(severity))
                && (kinds.isEmpty()
                        || possible.isEmpty()
                        || possible.stream().anyMatch(kinds::contains));
    }
}
