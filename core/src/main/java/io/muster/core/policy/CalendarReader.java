package io.muster.core.policy;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Hours;
import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Passage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Working time: zones, weeks, holidays. */
final class CalendarReader {
    private static final Pattern HOURS =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d)");
    private static final Choices<DayOfWeek> DAYS =
            Choices.of(CalendarReader::word, DayOfWeek.values());
    private static final Hours STAND_IN = new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0));

    private CalendarReader() {}

    static Map<CalendarName, BusinessCalendar> read(Passage passage) {
        Map<CalendarName, BusinessCalendar> calendars = new LinkedHashMap<>();
        passage.named(Naming.WORDS, "office")
                .forEach((key, part) -> {
                    CalendarName name = new CalendarName(key);
                    calendars.put(name, calendar(name, part));
                });
        return calendars;
    }

    private static BusinessCalendar calendar(CalendarName name, Passage passage) {
        Form form = passage.form("zone", "hours", "holidays");
        BusinessCalendar calendar =
                new BusinessCalendar(
                        name,
                        form.need("zone").zone(),
                        week(form.need("hours")),
                        form.find("holidays").map(CalendarReader::holidays).orElse(Set.of()));
        calendar.endlessClosure()
                .ifPresent(day ->
                        passage.problem(
                                "stays closed for more than a year from " + day + ".",
                                "Take holidays out: no business time would ever pass."));
        return calendar;
    }

    private static Map<DayOfWeek, Hours> week(Passage passage) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        passage.named(Naming.WORDS, "monday-friday")
                .forEach((key, part) -> {
                    Hours hours = hours(part);
                    for (DayOfWeek day : days(part, key)) {
                        if (week.put(day, hours) != null) {
                            part.problem(
                                    "gives " + word(day) + " its hours a second time.",
                                    "Let each weekday stand in one line only.");
                        }
                    }
                });
        return week.isEmpty() ? Map.of(DayOfWeek.MONDAY, STAND_IN) : week;
    }

    /** One weekday, or all from the first to the last; a range may run over the end of the week. */
    private static List<DayOfWeek> days(Passage passage, String key) {
        List<String> ends = List.of(key.split("-", -1));
        List<DayOfWeek> named = ends.stream().flatMap(word -> DAYS.find(word).stream()).toList();
        if (named.size() != ends.size() || ends.size() > 2) {
            passage.problem(
                    "is neither a weekday nor two of them.", "Write `monday` or `monday-friday`.");
            return List.of();
        }
        List<DayOfWeek> days = new ArrayList<>(named.subList(0, 1));
        while (days.getLast() != named.getLast()) {
            days.add(days.getLast().plus(1));
        }
        return days;
    }

    private static Hours hours(Passage passage) {
        String words = passage.text();
        Matcher matcher = HOURS.matcher(words);
        if (!matcher.matches()) {
            if (!words.isEmpty()) {
                passage.problem(
                        "says " + passage.quoted() + ", which are no working hours.",
                        "Write them like `09:00-17:00`, between 00:00 and 23:59.");
            }
            return STAND_IN;
        }
        LocalTime opens = time(matcher, 1);
        LocalTime closes = time(matcher, 3);
        if (!opens.isBefore(closes)) {
            passage.problem(
                    "closes at " + closes + ", which is not after it opens at " + opens + ".",
                    "A working day opens and closes on the same date. For round the clock use"
                            + " `hours` instead of `business hours`.");
            return STAND_IN;
        }
        return new Hours(opens, closes);
    }

    private static LocalTime time(Matcher matcher, int group) {
        return LocalTime.of(
                Integer.parseInt(matcher.group(group)), Integer.parseInt(matcher.group(group + 1)));
    }

    private static Set<LocalDate> holidays(Passage passage) {
        return passage.each(CalendarReader::date);
    }

    private static LocalDate date(Passage passage) {
        String words = passage.text();
        try {
            return words.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(words);
        } catch (DateTimeParseException e) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no date.",
                    "Write it like `2026-12-25`.");
            return LocalDate.EPOCH.plusDays(passage.line());
        }
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
