package io.muster.app.slack.action;

import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.action.DueWords;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An action item as it is typed: what, who, by when, in one line.
 *
 * @param text what is left when the person and the day are taken out
 */
record ActionTyping(FreeText text, Optional<PersonId> owner, Optional<LocalDate> due) {
    private static final Pattern MENTION = Pattern.compile("<@[UW][A-Z0-9]+(?:\\|[^<>]*)?>");
    private static final Pattern BY = Pattern.compile("(?i)\\s(?:by|due|until)\\s");

    /** Reads {@code Alert when a disk is full @ben by 2026-03-20}. */
    static ActionTyping read(Typed typed, LocalDate today) {
        Optional<PersonId> owner = Typing.person(typed.raw());
        String words =
                Typing.readable(MENTION.matcher(typed.raw()).replaceFirst(" "))
                        .replaceAll("[ \\t]+", " ")
                        .strip();
        Matcher by = BY.matcher(" " + words);
        int last = -1;
        int after = -1;
        while (by.find()) {
            last = by.start();
            after = by.end() - 1;
        }
        if (last >= 0) {
            Optional<LocalDate> day = DueWords.parse(words.substring(after), today);
            if (day.isPresent()) {
                String text = words.substring(0, Math.max(0, last - 1)).strip();
                return new ActionTyping(FreeText.of(trimmed(text)), owner, day);
            }
        }
        return new ActionTyping(FreeText.of(trimmed(words)), owner, Optional.empty());
    }

    /** The day at the front of these words, and what follows it as the reason. */
    static Optional<Day> day(String words, LocalDate today) {
        String[] parts = words.strip().split("\\s+");
        for (int count = Math.min(3, parts.length); count > 0; count--) {
            String front = String.join(" ", java.util.Arrays.copyOf(parts, count));
            Optional<LocalDate> day = DueWords.parse(front.replaceAll("[:,;]$", ""), today);
            if (day.isPresent()) {
                String rest =
                        String.join(" ", java.util.Arrays.copyOfRange(parts, count, parts.length));
                return Optional.of(new Day(day.get(), FreeText.of(rest)));
            }
        }
        return Optional.empty();
    }

    /** A day and why. */
    record Day(LocalDate day, FreeText reason) {}

    /** The reason that follows a mention. */
    static FreeText reasonAfterMention(Typed typed) {
        Matcher mention = MENTION.matcher(typed.raw());
        return mention.find()
                ? FreeText.of(Typing.readable(typed.raw().substring(mention.end())))
                : FreeText.NONE;
    }

    private static String trimmed(String text) {
        return text.replaceAll("[\\s,;:]+$", "");
    }
}
