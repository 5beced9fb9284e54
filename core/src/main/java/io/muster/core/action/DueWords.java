package io.muster.core.action;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the day by which something is to be done, as people type it. */
public final class DueWords {
    private static final Pattern LENGTH =
            Pattern.compile("(?:in )?(a|an|one|\\d{1,3}) (day|week|month)s?");

    private DueWords() {}

    /**
     * The day that is meant: {@code 2026-03-20}, {@code tomorrow}, {@code in 2 weeks}, {@code
     * friday}; empty if it is none of these.
     *
     * @param today the day on which it is typed
     */
    public static Optional<LocalDate> parse(String typed, LocalDate today) {
        String words = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return switch (words) {
            case "today" -> Optional.of(today);
            case "tomorrow" -> Optional.of(today.plusDays(1));
            case "next week" -> Optional.of(today.plusWeeks(1));
            case "next month" -> Optional.of(today.plusMonths(1));
            default -> length(words, today).or(() -> weekday(words, today)).or(() -> date(words));
        };
    }

    private static Optional<LocalDate> length(String words, LocalDate today) {
        Matcher matcher = LENGTH.matcher(words);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = matcher.group(1).matches("\\d+") ? Integer.parseInt(matcher.group(1)) : 1;
        return Optional.of(
                switch (matcher.group(2)) {
                    case "day" -> today.plusDays(count);
                    case "week" -> today.plusWeeks(count);
                    default -> today.plusMonths(count);
                });
    }

    private static Optional<LocalDate> weekday(String words, LocalDate today) {
        String day = words.replaceFirst("^next ", "");
        return Stream.of(DayOfWeek.values())
                .filter(d -> d.name().equalsIgnoreCase(day))
                .findFirst()
                .map(d -> today.with(TemporalAdjusters.next(d)));
    }

    private static Optional<LocalDate> date(String words) {
        try {
            return Optional.of(LocalDate.parse(words));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
