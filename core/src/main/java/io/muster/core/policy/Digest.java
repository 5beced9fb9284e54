package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * When the daily digest goes out: every day, holidays too, for nobody who is owed word waits longer
 * than a day for it.
 *
 * @param calendar whose zone the time is in
 */
public record Digest(LocalTime at, CalendarName calendar) {
    /** When it goes out if the policy does not say. */
    static final LocalTime USUALLY = LocalTime.of(9, 0);

    public Digest {
        Objects.requireNonNull(at);
        Objects.requireNonNull(calendar);
    }

    /** The last time that it should have gone out by now. */
    public Instant latest(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant slot = on(today, zone);
        return slot.isAfter(now) ? on(today.minusDays(1), zone) : slot;
    }

    /** The next time that it goes out after this instant. */
    public Instant next(Instant after, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(after, zone);
        Instant slot = on(today, zone);
        return slot.isAfter(after) ? slot : on(today.plusDays(1), zone);
    }

    private Instant on(LocalDate day, ZoneId zone) {
        return day.atTime(at).atZone(zone).toInstant();
    }
}
