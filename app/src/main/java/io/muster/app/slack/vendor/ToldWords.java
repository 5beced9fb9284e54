package io.muster.app.slack.vendor;

import io.muster.app.slack.fact.TypedTime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows {@code /incident vendor}: a name and, after the word "told", when they told us, as
 * long ago or as any other typed time.
 *
 * @param said whether a time was said at all, readable or not
 */
record ToldWords(String vendor, boolean said, Optional<Instant> told) {
    private static final Pattern WORDS = Pattern.compile("(?is)(.*?)(?:\\s+told\\s+(.+))?");
    private static final Pattern AGO =
            Pattern.compile("(?i)(\\d{1,4}) ?(m|min|minutes?|h|hours?|d|days?) ago");

    /**
     * @param home asked only if a time was typed without its zone
     */
    static ToldWords read(String typed, Instant now, Supplier<ZoneId> home) {
        Matcher words = WORDS.matcher(typed.strip());
        if (!words.matches() || words.group(2) == null) {
            return new ToldWords(typed.strip(), false, Optional.empty());
        }
        return new ToldWords(
                words.group(1).strip(), true, instant(words.group(2).strip(), now, home));
    }

    private static Optional<Instant> instant(String words, Instant now, Supplier<ZoneId> home) {
        Matcher ago = AGO.matcher(words);
        return ago.matches()
                ? Optional.of(now.minus(length(ago)))
                : TypedTime.read(words, now, home)
                        .filter(time -> time.rest().isEmpty())
                        .map(TypedTime::at);
    }

    private static Duration length(Matcher ago) {
        long count = Long.parseLong(ago.group(1));
        return switch (Character.toLowerCase(ago.group(2).charAt(0))) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
