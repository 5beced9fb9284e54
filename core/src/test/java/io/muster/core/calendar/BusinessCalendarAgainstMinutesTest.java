package io.muster.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * The calendar against a second, naive calculation that looks at one minute after the other and
 * knows nothing of how the calendar reckons. Zones that change their clocks at 2, at midnight and
 * by half an hour are among them.
 */
class BusinessCalendarAgainstMinutesTest {
    private static final int CASES = 10_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MINUTES = 500 * 24 * 60;
    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("UTC"),
                    ZoneId.of("Europe/Berlin"),
                    ZoneId.of("America/New_York"),
                    ZoneId.of("Africa/Cairo"),
                    ZoneId.of("Australia/Lord_Howe"),
                    ZoneId.of("Asia/Kolkata"));
    private static final Map<ZoneId, int[]> LOCAL =
            ZONES.stream()
                    .collect(Collectors.toMap(z -> z, BusinessCalendarAgainstMinutesTest::local));

    @Test
    void business_hours_agree_with_counting_minutes() {
        RandomGenerator random = random(1);
        for (int i = 0; i < CASES; i++) {
            // Open around the clock change as well, where an hour is missing or comes twice.
            BusinessCalendar calendar = calendar(random, i % 5 == 0);
            int from = 24 * 60 + random.nextInt(300 * 24 * 60);
            int minutes = 1 + random.nextInt(20 * 60);

            Instant due =
                    calendar.due(at(from), new Span.BusinessHours(Duration.ofMinutes(minutes)))
                            .orElseThrow();

            assertThat(due)
                    .as("case %d: %s + %d minutes in %s", i, at(from), minutes, calendar)
                    .isEqualTo(at(new Clerk(calendar).afterMinutes(from, minutes)));
        }
    }

    @Test
    void business_days_agree_with_counting_minutes() {
        RandomGenerator random = random(2);
        for (int i = 0; i < CASES; i++) {
            BusinessCalendar calendar = calendar(random, false);
            int from = 24 * 60 + random.nextInt(300 * 24 * 60);
            int days = 1 + random.nextInt(6);

            Instant due = calendar.due(at(from), new Span.BusinessDays(days)).orElseThrow();

            assertThat(due)
                    .as("case %d: %s + %d days in %s", i, at(from), days, calendar)
                    .isEqualTo(at(new Clerk(calendar).afterDays(from, days)));
        }
    }

    /** What a clerk would need who sits before the clock on the wall with a diary. */
    private static final class Clerk {
        private final int[] wall;
        private final int[] opens = new int[MINUTES / (24 * 60) + 2];
        private final int[] closes = new int[opens.length];

        Clerk(BusinessCalendar calendar) {
            wall = Objects.requireNonNull(LOCAL.get(calendar.zone()));
            for (int day = 0; day < opens.length; day++) {
                LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
                Hours hours = calendar.week().get(date.getDayOfWeek());
                if (hours != null && !calendar.holidays().contains(date)) {
                    opens[day] = hours.opens().toSecondOfDay() / 60;
                    closes[day] = hours.closes().toSecondOfDay() / 60;
                }
            }
        }

        /** The end of the open minute in which the last one is used up. */
        int afterMinutes(int from, int minutes) {
            int minute = from;
            for (int left = minutes; left > 0; minute++) {
                left -= isOpen(minute) ? 1 : 0;
            }
            return minute;
        }

        int afterDays(int from, int days) {
            boolean open = isOpen(from);
            int minute = from;
            while (!isOpen(minute)) {
                minute++;
            }
            for (int left = open ? days : days - 1; left > 0; left--) {
                int today = day(minute);
                while (day(minute) == today || !isOpen(minute)) {
                    minute++;
                }
            }
            // Now it is the first open minute of the last day.
            int wanted = open ? timeOfDay(from) : 24 * 60;
            while (isOpen(minute) && timeOfDay(minute) < wanted) {
                minute++;
            }
            return minute;
        }

        private boolean isOpen(int minute) {
            int time = timeOfDay(minute);
            return time >= opens[day(minute)] && time < closes[day(minute)];
        }

        private int day(int minute) {
            return Math.floorDiv(wall[minute], 24 * 60);
        }

        private int timeOfDay(int minute) {
            return Math.floorMod(wall[minute], 24 * 60);
        }
    }

    /** What the clock on the wall shows in each minute, counted from 1 January 2026. */
    private static int[] local(ZoneId zone) {
        int[] minutes = new int[MINUTES];
        for (int i = 0; i < MINUTES; i++) {
            minutes[i] = i + zone.getRules().getOffset(at(i)).getTotalSeconds() / 60;
        }
        return minutes;
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static BusinessCalendar calendar(RandomGenerator random, boolean roundTheClock) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(7) < 5) {
                week.put(day, roundTheClock ? hours(0, 23 * 60) : someHours(random));
            }
        }
        if (week.isEmpty()) {
            week.put(DayOfWeek.MONDAY, someHours(random));
        }
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            holidays.add(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)));
        }
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        return new BusinessCalendar(new CalendarName("random"), zone, week, holidays);
    }

    /**
     * Never opens or closes in the hour that a clock change skips or repeats: what that should mean
     * is a matter of taste, and the calendar's choice is in its own test.
     */
    private static Hours someHours(RandomGenerator random) {
        int opens = 4 * 60 + random.nextInt(10 * 60);
        int closes = opens + 60 + random.nextInt(23 * 60 - opens);
        return hours(opens, closes);
    }

    private static Hours hours(int opens, int closes) {
        return new Hours(
                LocalTime.ofSecondOfDay(opens * 60L), LocalTime.ofSecondOfDay(closes * 60L));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
