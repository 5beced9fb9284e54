package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Span;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the organisation owes to its own plan, outside of any incident: a review, an exercise.
 *
 * @param rhythm when it is owed
 * @param doneBy what counts as having done it
 * @param owner who owes it
 * @param ladder who is told when; instants relative to the due instant, earliest first
 */
public record ProgramDuty(
        ClockName name,
        String title,
        Rhythm rhythm,
        DoneBy doneBy,
        CalendarName calendar,
        RoleName owner,
        List<Step> ladder) {
    /** Clocks of the program begin with this, so that none is taken for a clock of an incident. */
    public static final String PREFIX = "plan.";

    public ProgramDuty {
        Objects.requireNonNull(name);
        Objects.requireNonNull(rhythm);
        Objects.requireNonNull(doneBy);
        ladder = List.copyOf(ladder);
    }

    /** The kind of drill that does it, if one does. */
    public Optional<String> drill() {
        return doneBy instanceof DoneBy.Drill(String kind) ? Optional.of(kind) : Optional.empty();
    }

    /** When something is owed. */
    public sealed interface Rhythm {
        /**
         * Again and again; each turn counts from when the last was done.
         *
         * @param first how long after the plan was adopted the first turn is due
         */
        record Every(Period every, Period first) implements Rhythm {}

        /** After an incident of one of these severities has come so far. */
        record After(Set<SeverityName> severities, Milestone of, Span within) implements Rhythm {
            public After {
                severities = Set.copyOf(severities);
            }
        }
    }

    /** What counts as having done it. */
    public sealed interface DoneBy {
        /** Somebody records that it was held, and where its minutes are. */
        record Review() implements DoneBy {}

        /** A drill of this kind was run and concluded. */
        record Drill(String kind) implements DoneBy {}
    }
}
