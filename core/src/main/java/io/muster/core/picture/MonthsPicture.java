package io.muster.core.picture;

import io.muster.core.report.Figure;
import io.muster.core.report.Metrics;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The figures of some months side by side; a month without incidents is there too, as an empty one.
 *
 * @param asked the month that it is about; the others are there to compare
 * @param months oldest first, the one asked for last
 */
public record MonthsPicture(YearMonth asked, List<Month> months) {
    /** How many months stand side by side. */
    public static final int SHOWN = 6;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    public MonthsPicture {
        Objects.requireNonNull(asked);
        months = List.copyOf(months);
    }

    /** One month and its figures. */
    public record Month(YearMonth month, Metrics.Row row) {
        public Month {
            Objects.requireNonNull(month);
            Objects.requireNonNull(row);
        }

        /** {@code November 2026}. */
        public String name() {
            return MonthsPicture.name(month);
        }

        /** Whether there was nothing to measure. */
        public boolean isEmpty() {
            return row.incidents() == 0;
        }
    }

    /** Of these figures, which may hold other months too. */
    public static MonthsPicture of(YearMonth asked, Metrics metrics) {
        return new MonthsPicture(
                asked,
                IntStream.rangeClosed(1 - SHOWN, 0)
                        .mapToObj(asked::plusMonths)
                        .map(month -> new Month(month, row(month, metrics)))
                        .toList());
    }

    /** The first month that is shown when this one is asked for. */
    public static YearMonth first(YearMonth asked) {
        return asked.minusMonths(SHOWN - 1L);
    }

    /** {@code November 2026}. */
    public static String name(YearMonth month) {
        return NAME.format(month);
    }

    /** The month that it is about. */
    public Month newest() {
        return months.getLast();
    }

    /** Whether there is nothing to draw at all. */
    public boolean isEmpty() {
        return months.stream().allMatch(Month::isEmpty);
    }

    /** {@code June 2026 to November 2026}. */
    public String span() {
        return months.getFirst().name() + " to " + newest().name();
    }

    private static Metrics.Row row(YearMonth month, Metrics metrics) {
        Figure none = Figure.of(List.of());
        return metrics.months().stream()
                .filter(row -> row.name().equals(month.toString()))
                .findFirst()
                .orElseGet(() -> new Metrics.Row(month.toString(), 0, none, none, none, 0, 0));
    }
}
