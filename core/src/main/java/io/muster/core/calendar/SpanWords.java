package io.muster.core.calendar;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a span as people write it; see {@link Span#parse}. */
final class SpanWords {
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?<count>[1-9]\\d{0,3}) (?<business>business )?(?<unit>minute|hour|day)s?");

    private SpanWords() {}

    static Optional<Span> parse(String words) {
        if (words.equals(Span.NEXT_RELEASE)) {
            return Optional.of(new Span.Unclocked(words));
        }
        Matcher counted = COUNTED.matcher(words);
        if (!counted.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                counted.group("business") == null
                        ? new Span.Elapsed(duration(counted))
                        : business(counted));
    }

    private static Span business(Matcher counted) {
        return counted.group("unit").equals("day")
                ? new Span.BusinessDays(Integer.parseInt(counted.group("count")))
                : new Span.BusinessHours(duration(counted));
    }

    private static Duration duration(Matcher counted) {
        int count = Integer.parseInt(counted.group("count"));
        return switch (counted.group("unit")) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
