package io.muster.core.calendar;

import java.time.Duration;
import java.time.LocalTime;

/**
 * The open hours of one working day, in the calendar's zone.
 *
 * @param opens first moment that counts
 * @param closes first moment that no longer counts; later than {@code opens}
 */
public record Hours(LocalTime opens, LocalTime closes) {
    public Hours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a working day must open before it closes");
        }
    }

    /** How long the day is on the wall clock. */
    public Duration length() {
        return Duration.between(opens, closes);
    }
}
