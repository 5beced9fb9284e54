package io.muster.app.slack.fact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as people type it: {@code 09:40}, {@code 2026-03-04 09:40}, with {@code UTC} or an offset
 * behind it if they like. Without one it is read in the zone of whoever typed it; a time of day
 * alone is the last one that has passed.
 *
 * @param rest what follows the time
 */
public record TypedTime(Instant at, String rest) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?is)^(?:(\\d{4}-\\d{2}-\\d{2})[t ]\\s*)?(\\d{1,2}:\\d{2}(?::\\d{2})?)"
                            + "\\s*(z|utc|[+-]\\d{2}:\\d{2})?(?:[\\s,;].*|)$");

    /**
     * Reads it; empty if it is no time.
     *
     * @param home asked only if no zone was typed
     */
    public static Optional<TypedTime> read(String words, Instant now, Supplier<ZoneId> home) {
        String said = words.strip();
        Matcher matcher = SHAPE.matcher(said);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            int end = matcher.group(3) == null ? matcher.end(2) : matcher.end(3);
            String rest = said.substring(end).replaceFirst("^[\\s,;]+", "");
            return Optional.of(new TypedTime(instant(matcher, now, home), rest));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(Matcher matcher, Instant now, Supplier<ZoneId> home) {
        String said = matcher.group(3);
        ZoneId zone = said == null ? home.get() : zone(said);
        String clock = matcher.group(2);
        LocalTime time = LocalTime.parse(clock.indexOf(':') == 1 ? "0" + clock : clock);
        if (matcher.group(1) != null) {
            return LocalDate.parse(matcher.group(1)).atTime(time).atZone(zone).toInstant();
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant last = today.atTime(time).atZone(zone).toInstant();
        return last.isAfter(now) ? today.minusDays(1).atTime(time).atZone(zone).toInstant() : last;
    }

    private static ZoneId zone(String word) {
        boolean isOffset = word.startsWith("+") || word.startsWith("-");
        return isOffset ? ZoneOffset.of(word) : ZoneOffset.UTC;
    }
}
