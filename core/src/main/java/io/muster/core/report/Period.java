package io.muster.core.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The days that a report is about, both included. Days are those of UTC, like every instant of the
 * record, so that the period is the same for every reader.
 */
public record Period(LocalDate from, LocalDate until) {
    private static final int MONTHS_OF_A_QUARTER = 3;

    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(until + " is before " + from);
        }
    }

    /** The period between two days as people write them; empty if they are none. */
    public static Optional<Period> parse(String from, String until) {
        try {
            LocalDate first = LocalDate.parse(from);
            LocalDate last = LocalDate.parse(until);
            return last.isBefore(first) ? Optional.empty() : Optional.of(new Period(first, last));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The last whole quarter before this day, which is what is mostly asked for. */
    public static Period quarterBefore(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        YearMonth first =
                month.minusMonths((month.getMonthValue() - 1) % MONTHS_OF_A_QUARTER)
                        .minusMonths(MONTHS_OF_A_QUARTER);
        return new Period(
                first.atDay(1), first.plusMonths(MONTHS_OF_A_QUARTER - 1L).atEndOfMonth());
    }

    /** This many months up to the one of this day, which is counted as one. */
    public static Period months(int months, LocalDate day) {
        return new Period(YearMonth.from(day).minusMonths(months - 1L).atDay(1), day);
    }

    /** Its first instant. */
    public Instant start() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first instant after it. */
    public Instant end() {
        return until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Whether this instant lies in it. */
    public boolean holds(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }

    /** As it stands in the name of a file. */
    public String slug() {
        return from + "-to-" + until;
    }

    @Override
    public String toString() {
        return from + " to " + until;
    }
}
