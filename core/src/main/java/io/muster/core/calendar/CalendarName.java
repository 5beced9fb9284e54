package io.muster.core.calendar;

import java.util.Objects;

/** The name by which a policy mentions a calendar; resolved when a promise is made. */
public record CalendarName(String value) {
    public CalendarName {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
