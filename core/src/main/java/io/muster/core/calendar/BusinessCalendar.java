package io.muster.core.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * When an organisation works: a zone, the open hours of each weekday, the holidays. An immutable
 * value; a promise made with it keeps its instant even if the calendar changes later.
 *
 * @param zone the zone in which days begin and end
 * @param week the open hours of each working weekday; a weekday that is absent is not worked
 * @param holidays dates that are not worked
 */
public record BusinessCalendar(
        CalendarName name, ZoneId zone, Map<DayOfWeek, Hours> week, Set<LocalDate> holidays) {
    /** A calendar that is closed for longer than this is a mistake, not a holiday. */
    private static final int LONGEST_CLOSURE_IN_DAYS = 400;

    public BusinessCalendar {
        week = Map.copyOf(week);
        holidays = Set.copyOf(holidays);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("a calendar needs at least one working weekday");
        }
    }

    /**
     * The instant by which a promise made at {@code from} is due; empty for a span without a clock.
     *
     * <p>A business day is counted like this: a promise made while the calendar is open is due at
     * the same wall-clock time on the n-th following working day (or at its close, if that day
     * closes earlier); a promise made while it is closed begins with the next working day, which
     * then counts as the first, and is due when the n-th day closes.
     */
    public Optional<Instant> due(Instant from, Span span) {
        return switch (span) {
            case Span.Elapsed elapsed -> Optional.of(from.plus(elapsed.duration()));
            case Span.BusinessHours hours -> Optional.of(plusHours(from, hours.duration()));
            case Span.BusinessDays days -> Optional.of(plusDays(from, days.days()));
            case Span.CalendarDays days ->
                    Optional.of(sameTime(from, date -> date.plusDays(days.days())));
            case Span.Months months ->
                    Optional.of(sameTime(from, date -> date.plusMonths(months.months())));
            case Span.Unclocked ignored -> Optional.empty();
        };
    }

    /** Whether {@code at} lies in the open hours of a working day. */
    public boolean isOpen(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return isWorked(day) && !at.isBefore(opening(day)) && at.isBefore(closing(day));
    }

    /** Whether this date is worked at all. */
    public boolean isWorked(LocalDate day) {
        return week.containsKey(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The first working day on or after {@code day}. */
    public LocalDate workedFrom(LocalDate day) {
        return findWorkedFrom(day)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "calendar " + name + " has no working day for a year from " + day));
    }

    /**
     * A holiday after which the calendar stays closed for more than a year, if there is one. Such a
     * calendar cannot count, so whoever reads one from a file refuses it.
     */
    public Optional<LocalDate> endlessClosure() {
        return holidays.stream()
                .sorted()
                .filter(holiday -> findWorkedFrom(holiday).isEmpty())
                .findFirst();
    }

    private Optional<LocalDate> findWorkedFrom(LocalDate day) {
        return Stream.iterate(day, candidate -> candidate.plusDays(1))
                .limit(LONGEST_CLOSURE_IN_DAYS)
                .filter(this::isWorked)
                .findFirst();
    }

    private Instant plusHours(Instant from, Duration duration) {
        Duration left = duration;
        Instant at = from;
        while (true) {
            at = openFrom(at);
            Instant closes = closing(at.atZone(zone).toLocalDate());
            Duration today = Duration.between(at, closes);
            if (left.compareTo(today) <= 0) {
                return at.plus(left);
            }
            left = left.minus(today);
            at = closes;
        }
    }

    /**
     * The same wall-clock time on another date. A time that a change of the clocks leaves out is
     * due when the clocks have changed, one that comes twice the first time.
     */
    private Instant sameTime(Instant from, UnaryOperator<LocalDate> move) {
        ZonedDateTime start = from.atZone(zone);
        LocalDate date = move.apply(start.toLocalDate());
        LocalDateTime wall = date.atTime(start.toLocalTime());
        ZoneOffsetTransition gap = zone.getRules().getTransition(wall);
        return gap != null && gap.isGap() ? gap.getInstant() : wall.atZone(zone).toInstant();
    }

    private Instant plusDays(Instant from, int days) {
        if (!isOpen(from)) {
            LocalDate first = openFrom(from).atZone(zone).toLocalDate();
            return closing(workedAfter(first, days - 1));
        }
        ZonedDateTime start = from.atZone(zone);
        LocalDate last = workedAfter(start.toLocalDate(), days);
        Instant sameTime = ZonedDateTime.of(last, start.toLocalTime(), zone).toInstant();
        if (sameTime.isBefore(opening(last))) {
            return opening(last);
        }
        return sameTime.isAfter(closing(last)) ? closing(last) : sameTime;
    }

    /** The working day that lies {@code count} working days after the working day {@code first}. */
    private LocalDate workedAfter(LocalDate first, int count) {
        LocalDate day = first;
        for (int i = 0; i < count; i++) {
            day = workedFrom(day.plusDays(1));
        }
        return day;
    }

    private Instant openFrom(Instant at) {
        if (isOpen(at)) {
            return at;
        }
        LocalDate today = at.atZone(zone).toLocalDate();
        boolean stillToOpen = isWorked(today) && at.isBefore(opening(today));
        return opening(stillToOpen ? today : workedFrom(today.plusDays(1)));
    }

    private Instant opening(LocalDate day) {
        return day.atTime(hours(day).opens()).atZone(zone).toInstant();
    }

    private Instant closing(LocalDate day) {
        return day.atTime(hours(day).closes()).atZone(zone).toInstant();
    }

    private Hours hours(LocalDate day) {
        Hours hours = week.get(day.getDayOfWeek());
        if (hours == null) {
            throw new IllegalArgumentException(day + " is not a working day of " + name);
        }
        return hours;
    }
}
