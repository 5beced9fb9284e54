package io.muster.core.roster;

import io.muster.core.oncall.Handover;
import io.muster.core.written.Passage;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how often and since when people take turns. */
final class HandoverReader {
    private static final Pattern EVERY =
            Pattern.compile(
                    "(?:(\\d{1,4}) )?(hour|day|week)s?(?: on (\\p{Alpha}+))?(?: at (\\d{1,2}:\\d{2}))?");
    private static final Pattern STARTS =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{1,2}:\\d{2})(?::00)?)?");
    private static final String EXAMPLES =
            "Write `week on Monday at 09:00`, `2 weeks on Friday at 10:00`, `day at 08:00` or"
                    + " `12 hours`.";

    private HandoverReader() {}

    static Handover read(Passage every, Passage starts, ZoneId zone) {
        Matcher rhythm = EVERY.matcher(every.text().toLowerCase(Locale.ROOT));
        Matcher start = STARTS.matcher(starts.text());
        if (!rhythm.matches()) {
            refuse(every, EXAMPLES);
        }
        if (!start.matches()) {
            refuse(starts, "Write a day like `2026-01-05`, or `2026-01-05 08:00`.");
        }
        Optional<Handover> handover =
                rhythm.hasMatch() && start.hasMatch()
                        ? handover(every, rhythm, starts, start, zone)
                        : Optional.empty();
        return handover.orElse(new Handover(LocalDate.EPOCH.atStartOfDay(), 24, zone));
    }

    private static Optional<Handover> handover(
            Passage every, Matcher rhythm, Passage starts, Matcher start, ZoneId zone) {
        long hours = hours(rhythm);
        Optional<DayOfWeek> day = Optional.ofNullable(rhythm.group(3)).flatMap(Weekdays::find);
        boolean strangeDay = rhythm.group(3) != null && day.isEmpty();
        boolean dayInADay = rhythm.group(3) != null && hours % 168 != 0;
        if (hours < 1 || hours > Handover.LONGEST || strangeDay || dayInADay) {
            refuse(every, EXAMPLES);
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(start.group(1));
            LocalDate first = day.map(d -> date.with(TemporalAdjusters.nextOrSame(d))).orElse(date);
            LocalTime at = time(rhythm.group(4), start.group(2));
            return Optional.of(new Handover(LocalDateTime.of(first, at), hours, zone));
        } catch (DateTimeException e) {
            refuse(starts, "Check the day and the times: there is no such one.");
            return Optional.empty();
        }
    }

    private static long hours(Matcher rhythm) {
        long count = rhythm.group(1) == null ? 1 : Long.parseLong(rhythm.group(1));
        return switch (rhythm.group(2)) {
            case "hour" -> count;
            case "day" -> count * 24;
            default -> count * 168;
        };
    }

    /** The time that stands with the rhythm goes before the one that stands with the day. */
    private static LocalTime time(String... written) {
        return Arrays.stream(written)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(HandoverReader::time)
                .orElse(LocalTime.MIDNIGHT);
    }

    static LocalTime time(String written) {
        return LocalTime.parse(written.length() == 4 ? "0" + written : written);
    }

    private static void refuse(Passage passage, String remedy) {
        if (!passage.quietText().isEmpty()) {
            passage.problem("says " + passage.quoted() + ", which nobody can keep.", remedy);
        }
    }
}
