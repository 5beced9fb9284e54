package io.muster.core.calendar;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a span as people write it; see {@link Span#parse}. */
final class SpanWords {
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?<count>[1-9]\\d{0,3}) "
                            + "(?<unit>(business )?(minute|hour|day)|calendar day|month)s?");

    private SpanWords() {}

    static Optional<Span> parse(String words) {
        if (words.equals(Span.NEXT_RELEASE)) {
            return Optional.of(new Span.Unclocked(words));
        }
        Matcher counted = COUNTED.matcher(words);
        if (!counted.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(counted.group("count"));
        return Optional.of(
                switch (counted.group("unit")) {
                    case "minute" -> new Span.Elapsed(Duration.ofMinutes(count));
                    case "hour" -> new Span.Elapsed(Duration.ofHours(count));
                    case "day" -> new Span.Elapsed(Duration.ofDays(count));
                    case "business minute" -> new Span.BusinessHours(Duration.ofMinutes(count));
                    case "business hour" -> new Span.BusinessHours(Duration.ofHours(count));
                    case "business day" -> new Span.BusinessDays(count);
                    case "calendar day" -> new Span.CalendarDays(count);
                    default -> new Span.Months(count);
                });
    }
}
