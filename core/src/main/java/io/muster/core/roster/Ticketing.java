package io.muster.core.roster;

import io.muster.core.policy.KindName;
import io.muster.core.policy.SeverityName;

import java.util.Set;

/**
 * What gets a ticket in the team's own system, as far as Muster can open one there.
 *
 * @param on whether Muster can open any
 * @param severities those that get one by themselves; empty: all
 * @param kinds those that get one by themselves; empty: all, also what is not classified yet
 * @param privates whether a private incident may be known there, without anything of its content
 * @param actions whether every action item gets one by itself
 */
public record Ticketing(
        boolean on,
        Set<SeverityName> severities,
        Set<KindName> kinds,
        boolean privates,
        boolean actions) {
    /** Nothing does. */
    public static final Ticketing NONE = new Ticketing(false, Set.of(), Set.of(), false, false);

    public Ticketing {
        severities = Set.copyOf(severities);
        kinds = Set.copyOf(kinds);
    }

    /** Whether an incident like this may have one at all. */
    public boolean allows(boolean isPrivate) {
        return on && (privates || !isPrivate);
    }

    /**
     * Whether an incident like this gets one without being asked.
     *
     * @param kinds the kinds that it may be; none if that is not known
     */
    public boolean covers(SeverityName severity, Set<KindName> kinds) {
        boolean grave = severities.isEmpty() || severities.contains(severity);
        return on
                && grave
                && (this.kinds.isEmpty() || kinds.stream().anyMatch(this.kinds::contains));
    }
}
