package io.muster.app.slack.picture;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** A month as people type one: {@code 2026-10}, {@code october}, {@code oct 2026}, {@code last}. */
final class MonthSaid {
    private static final int SHORTEST = 3;

    private MonthSaid() {}

    /** The month; empty if it is none. A name without a year is the latest such month. */
    static Optional<YearMonth> read(String typed, YearMonth current) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "", "this", "now" -> Optional.of(current);
            case "last" -> Optional.of(current.minusMonths(1));
            default -> written(words[0], rest).or(() -> named(words[0], rest, current));
        };
    }

    private static Optional<YearMonth> written(String word, String rest) {
        try {
            return word.matches("\\d{4}-\\d{2}") && rest.isEmpty()
                    ? Optional.of(YearMonth.parse(word))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> named(String name, String year, YearMonth current) {
        for (Month month : Month.values()) {
            String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            if (name.length() >= SHORTEST && full.toLowerCase(Locale.ROOT).startsWith(name)) {
                if (year.matches("\\d{4}")) {
                    return Optional.of(YearMonth.of(Integer.parseInt(year), month));
                }
                YearMonth thisYear = current.withMonth(month.getValue());
                return year.isEmpty()
                        ? Optional.of(thisYear.isAfter(current) ? thisYear.minusYears(1) : thisYear)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
