package io.muster.app.sandbox.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the tokens of {@code <!date^…>} as a reader in a zone would see them. */
public final class DateTokens {
    private static final Pattern TOKEN = Pattern.compile("\\{([a-z_]+)}");
    private static final Map<String, String> PATTERNS =
            Map.of(
                    "date_num", "yyyy-MM-dd",
                    "date_slash", "dd/MM/yyyy",
                    "date", "MMMM d, yyyy",
                    "date_short", "MMM d, yyyy",
                    "date_long", "EEEE, MMMM d, yyyy",
                    "day_divider_pretty", "EEEE, MMMM d",
                    "time", "h:mm a",
                    "time_secs", "h:mm:ss a");

    private DateTokens() {}

    public static String render(Span.Date date, ZoneId zone, Instant now) {
        ZonedDateTime then = Instant.ofEpochSecond(date.unixSeconds()).atZone(zone);
        return TOKEN.matcher(date.format())
                .replaceAll(token ->
                        Matcher.quoteReplacement(
                                filled(token.group(1), then, now).orElse(token.group())));
    }

    /** Whether Slack knows every token of the format: with one that it does not, it shows none. */
    public static boolean known(String format) {
        ZonedDateTime any = Instant.EPOCH.atZone(ZoneId.of("UTC"));
        return TOKEN.matcher(format).results().count() > 0
                && TOKEN.matcher(format)
                        .results()
                        .allMatch(token -> filled(token.group(1), any, Instant.EPOCH).isPresent());
    }

    private static Optional<String> filled(String token, ZonedDateTime then, Instant now) {
        if (token.equals("ago")) {
            return Optional.of(ago(Duration.between(then.toInstant(), now)));
        }
        boolean pretty = token.endsWith("_pretty") && !token.equals("day_divider_pretty");
        String plain = pretty ? token.substring(0, token.length() - "_pretty".length()) : token;
        UnaryOperator<String> near = date -> pretty ? pretty(then, now).orElse(date) : date;
        return Optional.ofNullable(PATTERNS.get(plain))
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(then))
                .map(near);
    }

    private static Optional<String> pretty(ZonedDateTime then, Instant now) {
        LocalDate today = now.atZone(then.getZone()).toLocalDate();
        LocalDate day = then.toLocalDate();
        if (day.equals(today)) {
            return Optional.of("today");
        }
        if (day.equals(today.minusDays(1))) {
            return Optional.of("yesterday");
        }
        return day.equals(today.plusDays(1)) ? Optional.of("tomorrow") : Optional.empty();
    }

    private static String ago(Duration since) {
        Duration size = since.abs();
        String words;
        if (size.toMinutes() < 1) {
            words = size.toSeconds() + " seconds";
        } else if (size.toHours() < 1) {
            words = size.toMinutes() + " minutes";
        } else if (size.toDays() < 1) {
            words = size.toHours() + " hours";
        } else {
            words = size.toDays() + " days";
        }
        return since.isNegative() ? "in " + words : words + " ago";
    }
}
