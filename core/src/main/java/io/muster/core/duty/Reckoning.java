package io.muster.core.duty;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.Span;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * By when a duty is due, once it is known from when each of its clocks counts. Hours are counted on
 * the time-line: 72 hours are 259,200 seconds whatever the clocks on the wall do. Days and months
 * are counted in the calendar.
 *
 * @param start from when it counts; empty while that has not happened
 * @param within how long
 * @param limit the clock beside it
 * @param heldUntil it waits until then, on a ground that the law names
 * @param pace makes of a start and a deadline the deadline that counts: in a drill time may run
 *     faster
 */
public record Reckoning(
        Optional<Instant> start,
        Span within,
        Optional<Limit> limit,
        Optional<Instant> heldUntil,
        BinaryOperator<Instant> pace) {
    /** As time runs outside of drills. */
    public Reckoning(
            Optional<Instant> start,
            Span within,
            Optional<Limit> limit,
            Optional<Instant> heldUntil) {
        this(start, within, limit, heldUntil, (from, due) -> due);
    }

    public Reckoning {
        Objects.requireNonNull(start);
        Objects.requireNonNull(within);
        Objects.requireNonNull(limit);
        Objects.requireNonNull(heldUntil);
        Objects.requireNonNull(pace);
    }

    /** A second clock that has started. */
    public record Limit(Instant start, Span within) {}

    /** From when it counts and by when it is due. */
    public record Due(Instant anchor, Instant at) {
        private Due heldUntil(Instant until) {
            return until.isAfter(at) ? new Due(anchor, until) : this;
        }
    }

    /** The deadline; empty while no clock has started. */
    public Optional<Due> due(BusinessCalendar calendar) {
        Optional<Due> first = start.flatMap(from -> due(calendar, from, within));
        Optional<Due> second = limit.flatMap(l -> due(calendar, l.start(), l.within()));
        Optional<Due> due = earlier(first, second);
        return heldUntil.isEmpty() ? due : due.map(d -> d.heldUntil(heldUntil.get()));
    }

    private Optional<Due> due(BusinessCalendar calendar, Instant from, Span within) {
        return calendar.due(from, within).map(at -> new Due(from, pace.apply(from, at)));
    }

    /** The earlier of both, unless the first clock started only after the second had run out. */
    private static Optional<Due> earlier(Optional<Due> first, Optional<Due> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second);
        }
        boolean tooLate = first.get().anchor().isAfter(second.get().at());
        return tooLate || !second.get().at().isBefore(first.get().at()) ? first : second;
    }
}
