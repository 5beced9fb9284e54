package io.muster.core.duty;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.Hours;
import io.muster.core.calendar.Span;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * Deadlines once more, from the other end: nothing but seconds since 1970, days counted by hand,
 * and the offset that a zone has at an instant. Uses no date arithmetic of the JDK and none of
 * ours.
 */
public final class SecondReckoning {
    private static final long DAY = 86_400;

    private final BusinessCalendar calendar;
    private final ZoneRules rules;

    private SecondReckoning(BusinessCalendar calendar) {
        this.calendar = calendar;
        this.rules = calendar.zone().getRules();
    }

    /** By when it is due. */
    public static Optional<Instant> due(Reckoning reckoning, BusinessCalendar calendar) {
        SecondReckoning clerk = new SecondReckoning(calendar);
        long never = Long.MAX_VALUE;
        long from = reckoning.start().map(Instant::getEpochSecond).orElse(never);
        long first = from == never ? never : clerk.plus(from, reckoning.within());
        long second =
                reckoning
                        .limit()
                        .map(l -> clerk.plus(l.start().getEpochSecond(), l.within()))
                        .orElse(never);
        boolean secondIsOver = from != never && second < from;
        long due = secondIsOver ? first : Math.min(first, second);
        if (due == never) {
            return Optional.empty();
        }
        long held = reckoning.heldUntil().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
        return Optional.of(Instant.ofEpochSecond(Math.max(due, held)));
    }

    private long plus(long from, Span span) {
        return switch (span) {
            case Span.Elapsed e -> from + e.duration().toSeconds();
            case Span.CalendarDays d -> instant(wall(from) + d.days() * DAY);
            case Span.Months m -> instant(months(wall(from), m.months()));
            case Span.BusinessHours h -> hours(from, h.duration().toSeconds());
            case Span.BusinessDays d -> days(from, d.days());
            case Span.Unclocked ignored -> throw new IllegalArgumentException("has no clock");
        };
    }

    /** What a clock on the wall shows at this instant, as seconds since it showed 1970. */
    private long wall(long instant) {
        return instant + offset(instant);
    }

    private int offset(long instant) {
        return rules.getOffset(Instant.ofEpochSecond(instant)).getTotalSeconds();
    }

    /** The first instant at which the wall shows this, or at which it has passed it. */
    private long instant(long wall) {
        long early = wall - 15 * 3600;
        long late = wall + 15 * 3600;
        // The wall only jumps forward or repeats itself within a few hours: step, then halve.
        long step = 900;
        long at = early;
        while (at <= late && wall(at) < wall) {
            at += step;
        }
        long before = at - step;
        while (at - before > 1) {
            long middle = (at + before) >>> 1;
            if (wall(middle) < wall) {
                before = middle;
            } else {
                at = middle;
            }
        }
        return at;
    }

    private static long months(long wall, int months) {
        long day = Math.floorDiv(wall, DAY);
        long[] date = date(day);
        long month = date[0] * 12L + date[1] - 1 + months;
        long year = Math.floorDiv(month, 12);
        long inYear = Math.floorMod(month, 12) + 1L;
        long last = number(year + (inYear == 12 ? 1 : 0), inYear % 12 + 1, 1) - 1;
        long target = Math.min(number(year, inYear, date[2]), last);
        return target * DAY + Math.floorMod(wall, DAY);
    }

    /** Year, month and day of a day that is counted from 1 January 1970, by walking there. */
    private static long[] date(long day) {
        long year = 1970 + Math.floorDiv(day, 366);
        while (number(year + 1, 1, 1) <= day) {
            year++;
        }
        long month = 1;
        while (month < 12 && number(year, month + 1, 1) <= day) {
            month++;
        }
        return new long[] {year, month, day - number(year, month, 1) + 1};
    }

    /** The number of a day, counted from 1 January 1970. */
    private static long number(long year, long month, long day) {
        int[] before = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
        long y = year - 1;
        long leaps = y / 4 - y / 100 + y / 400 - (1969 / 4 - 1969 / 100 + 1969 / 400);
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return (year - 1970) * 365
                + leaps
                + before[(int) month - 1]
                + (leap && month > 2 ? 1 : 0)
                + day
                - 1;
    }

    private long hours(long from, long seconds) {
        long day = Math.floorDiv(wall(from), DAY);
        long left = seconds;
        while (true) {
            if (worked(day)) {
                long begin = Math.max(from, opens(day));
                long room = closes(day) - begin;
                if (room > 0 && left <= room) {
                    return begin + left;
                }
                left -= Math.max(0, room);
            }
            day++;
        }
    }

    private long days(long from, int days) {
        long day = Math.floorDiv(wall(from), DAY);
        boolean open = worked(day) && from >= opens(day) && from < closes(day);
        boolean counts = worked(day) && from < opens(day);
        int left = days - (counts ? 1 : 0);
        long last = day;
        while (left > 0) {
            last++;
            if (worked(last)) {
                left--;
            }
        }
        if (!open) {
            return closes(last);
        }
        long same = instant(last * DAY + Math.floorMod(wall(from), DAY));
        return Math.max(opens(last), Math.min(same, closes(last)));
    }

    private boolean worked(long day) {
        long[] date = date(day);
        LocalDate name = LocalDate.of((int) date[0], (int) date[1], (int) date[2]);
        return calendar.week().containsKey(weekday(day)) && !calendar.holidays().contains(name);
    }

    private static DayOfWeek weekday(long day) {
        return DayOfWeek.of(Math.floorMod(day + 3, 7) + 1); // 1 January 1970 was a Thursday
    }

    private long opens(long day) {
        return instant(day * DAY + hoursOf(day).opens().toSecondOfDay());
    }

    private long closes(long day) {
        return instant(day * DAY + hoursOf(day).closes().toSecondOfDay());
    }

    private Hours hoursOf(long day) {
        Hours hours = calendar.week().get(weekday(day));
        if (hours == null) {
            throw new IllegalStateException("not worked");
        }
        return hours;
    }
}
