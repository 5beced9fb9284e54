package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Span;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A promise with a clock: from which moment, how long for each severity, what keeps it, who is told
 * when. Every reminder, escalation and deadline of Muster is one of these.
 *
 * @param from the milestone that starts the clock
 * @param within how long, by severity; a severity that is absent owes nothing
 * @param calendar the calendar that counts business time
 * @param repeats after it is met it starts again, as a status update every hour does
 * @param until the milestone after which it is no longer owed
 * @param owner who owes it
 * @param ladder who is told when; instants relative to the due instant, earliest first
 */
public record ClockRule(
        ClockName name,
        String title,
        Milestone from,
        Map<SeverityName, Span> within,
        CalendarName calendar,
        Scope scope,
        MetBy metBy,
        boolean repeats,
        Optional<Milestone> until,
        RoleName owner,
        List<Step> ladder) {
    /** When nobody took it up. Known by name, because declaring starts it for every policy. */
    public static final ClockName ACKNOWLEDGMENT = new ClockName("acknowledgment");

    /** How often those inside hear how it stands. */
    public static final ClockName STATUS_UPDATE = new ClockName("status-update");

    /** When it should be over. */
    public static final ClockName RESOLUTION = new ClockName("resolution");

    /** The watch between resolved and closed; made from {@link Policy#closing()}. */
    public static final ClockName STABILITY = new ClockName("stability");

    public ClockRule {
        Objects.requireNonNull(name);
        within = Map.copyOf(within);
        ladder = List.copyOf(ladder);
    }

    /** How long an incident of this severity has, if it owes this at all. */
    public Optional<Span> within(SeverityName severity) {
        return Optional.ofNullable(within.get(severity));
    }
}
