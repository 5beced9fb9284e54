package io.muster.app.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Instants to places from left to right, and the round times between them. Times are UTC. */
record TimeAxis(Instant from, Instant until, double left, double right) {
    private static final int MOST = 8;
    private static final long[] MINUTES = {
        1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 7 * 1_440, 14 * 1_440, 30 * 1_440
    };
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final long DAY_MINUTES = 1_440;

    /** A round time; the day stands at the first one of each. */
    record Tick(double x, String time, Optional<String> day) {}

    double x(Instant at) {
        double whole = Math.max(1, Duration.between(from, until).toMillis());
        double part = Duration.between(from, at).toMillis() / whole;
        return left + (right - left) * Math.clamp(part, 0, 1);
    }

    List<Tick> ticks() {
        long step = step() * 60;
        List<Tick> ticks = new ArrayList<>();
        Optional<LocalDate> before = Optional.empty();
        for (long s = Math.ceilDiv(from.getEpochSecond(), step) * step;
                s <= until.getEpochSecond();
                s += step) {
            Instant at = Instant.ofEpochSecond(s);
            Optional<LocalDate> day = Optional.of(LocalDate.ofInstant(at, ZoneOffset.UTC));
            boolean whole = step >= DAY_MINUTES * 60;
            ticks.add(
                    new Tick(
                            x(at),
                            whole ? DAY.format(at) : TIME.format(at),
                            whole || day.equals(before)
                                    ? Optional.empty()
                                    : Optional.of(DAY.format(at))));
            before = day;
        }
        return ticks;
    }

    private long step() {
        long minutes = Math.max(1, Duration.between(from, until).toMinutes());
        for (long step : MINUTES) {
            if (minutes / step < MOST) {
                return step;
            }
        }
        return Math.ceilDiv(minutes, MOST * DAY_MINUTES) * DAY_MINUTES;
    }
}
