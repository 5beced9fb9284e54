package io.muster.core.policy;

import io.muster.core.calendar.Span;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who is presented with the approved post-mortem, and by when.
 *
 * @param to the role that hears it
 * @param within how long after the approval
 * @param severities the severities for which it is owed
 * @param ladder who is reminded when
 */
public record Hearing(
        String name,
        String title,
        RoleName to,
        Span within,
        Set<SeverityName> severities,
        List<Step> ladder) {
    public Hearing {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(to);
        Objects.requireNonNull(within);
        severities = Set.copyOf(severities);
        ladder = List.copyOf(ladder);
    }

    /** The clock of this promise. */
    public ClockName clock() {
        return new ClockName(Reviewing.CLOCK.value() + "." + name);
    }
}
