package io.muster.app.slack.evidence;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By how much a clock is ahead or behind, as people type and read it. */
final class ClockOffset {
    private static final Pattern WHOLE = Pattern.compile("[+-]?(\\s*\\d{1,7}\\s*(ms|s|min|m|h))+");
    private static final Pattern PART = Pattern.compile("(\\d{1,7})\\s*(ms|s|min|m|h)");

    private ClockOffset() {}

    /** {@code +12 s}, {@code -3 min 20 s}, {@code 0}; empty if it cannot be read. */
    static Optional<Duration> parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replace('−', '-').replace('–', '-');
        if (text.matches("[+-]?0")) {
            return Optional.of(Duration.ZERO);
        }
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(length(Long.parseLong(part.group(1)), part.group(2)));
        }
        return Optional.of(text.startsWith("-") ? sum.negated() : sum);
    }

    /** For a reader: {@code 12 s ahead}, {@code 3 min behind}, {@code right}. */
    static String words(Duration offset) {
        if (offset.isZero()) {
            return "right";
        }
        Duration size = offset.abs();
        String length =
                size.compareTo(Duration.ofSeconds(1)) < 0
                        ? size.toMillis() + " ms"
                        : size.toSecondsPart() == 0 || size.compareTo(Duration.ofMinutes(1)) < 0
                                ? io.muster.core.Spoken.length(size)
                                : size.toMinutes() + " min " + size.toSecondsPart() + " s";
        return length + (offset.isNegative() ? " behind" : " ahead");
    }

    private static Duration length(long n, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofMinutes(n);
        };
    }
}
