package io.muster.app.slack.drill;

import io.muster.core.FreeText;
import io.muster.core.drill.Inject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads planned injects, one a line: {@code +10m The backup is empty}. */
final class Injects {
    private static final Pattern LINE =
            Pattern.compile("\\+?\\s*(\\d{1,3})\\s*(m|min|h)\\b\\s*:?\\s*(\\S.*)");

    private Injects() {}

    /** The injects, unless a line cannot be read; then {@link #wrong} says which. */
    static List<Inject> read(String text) {
        List<Inject> injects = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                long count = Long.parseLong(matcher.group(1));
                boolean hours = matcher.group(2).toLowerCase(Locale.ROOT).equals("h");
                injects.add(
                        new Inject(
                                hours ? Duration.ofHours(count) : Duration.ofMinutes(count),
                                FreeText.of(matcher.group(3))));
            }
        }
        return injects;
    }

    /** What to mend, if a line cannot be read. */
    static Optional<String> wrong(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !LINE.matcher(lines.get(i)).matches()) {
                return Optional.of(
                        "Line "
                                + (i + 1)
                                + " does not begin with a time. Write it like: +10m The backup is"
                                + " empty");
            }
        }
        return Optional.empty();
    }
}
