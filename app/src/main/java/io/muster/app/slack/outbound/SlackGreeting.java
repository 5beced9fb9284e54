package io.muster.app.slack.outbound;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What Slack said when it was asked who we are.
 *
 * @param scopes what the token may do; empty if Slack did not say
 * @param date what time it is at Slack, to the second
 * @param took how long it took to ask
 */
record SlackGreeting(
        SlackAnswer answer, Set<String> scopes, Optional<Instant> date, Duration took) {
    static SlackGreeting of(
            SlackAnswer answer, @Nullable String scopes, @Nullable String date, Duration took) {
        return new SlackGreeting(answer, words(scopes), instant(date), took);
    }

    private static Set<String> words(@Nullable String list) {
        return list == null
                ? Set.of()
                : Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Instant> instant(@Nullable String date) {
        try {
            return Optional.ofNullable(date)
                    .map(d -> ZonedDateTime.parse(d, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(ZonedDateTime::toInstant);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
