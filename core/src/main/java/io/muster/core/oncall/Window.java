package io.muster.core.oncall;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Hours of some days of the week.
 *
 * @param days the days on which it opens
 * @param closes not after {@code opens}: it closes on the next day, so equal times are a whole day
 */
public record Window(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
    public Window {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a window that never opens");
        }
    }

    /** Whether it closes on another day than it opens. */
    public boolean overnight() {
        return !closes.isAfter(opens);
    }

    /** Whether it opens on this day. */
    boolean opensOn(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    Instant opening(LocalDate day, ZoneId zone) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    Instant closing(LocalDate day, ZoneId zone) {
        return (overnight() ? day.plusDays(1) : day).atTime(closes).atZone(zone).toInstant();
    }
}
