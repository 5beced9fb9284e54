package io.muster.app.slack.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows {@code /incident vendor}: a name and, after the word "told", when they told us. A
 * typed time is UTC, because Slack does not say in which zone it was typed; the form has a picker
 * that knows.
 *
 * @param said whether a time was said at all, readable or not
 */
record ToldWords(String vendor, boolean said, Optional<Instant> told) {
    private static final Pattern WORDS = Pattern.compile("(?is)(.*?)(?:\\s+told\\s+(.+))?");
    private static final Pattern AGO =
            Pattern.compile("(?i)(\\d{1,4}) ?(m|min|minutes?|h|hours?|d|days?) ago");

    static ToldWords read(String typed, Instant now) {
        Matcher words = WORDS.matcher(typed.strip());
        if (!words.matches() || words.group(2) == null) {
            return new ToldWords(typed.strip(), false, Optional.empty());
        }
        return new ToldWords(words.group(1).strip(), true, instant(words.group(2).strip(), now));
    }

    private static Optional<Instant> instant(String words, Instant now) {
        Matcher ago = AGO.matcher(words);
        if (ago.matches()) {
            return Optional.of(now.minus(length(ago)));
        }
        try {
            return Optional.of(
                    words.matches("\\d{1,2}:\\d{2}( ?UTC)?") ? today(words, now) : dated(words));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration length(Matcher ago) {
        long count = Long.parseLong(ago.group(1));
        return switch (Character.toLowerCase(ago.group(2).charAt(0))) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** The last time that it was so late; what lies ahead was yesterday. */
    private static Instant today(String words, Instant now) {
        String time = words.replaceAll("[^\\d:]", "");
        LocalTime at = LocalTime.parse(time.length() == 4 ? "0" + time : time);
        Instant today =
                at.atDate(now.atOffset(ZoneOffset.UTC).toLocalDate()).toInstant(ZoneOffset.UTC);
        return today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
    }

    private static Instant dated(String words) {
        String iso = words.replaceAll("(?i) ?(UTC|Z)$", "").replaceFirst(" ", "T");
        return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}
