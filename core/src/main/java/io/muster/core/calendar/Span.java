package io.muster.core.calendar;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How long a promise lasts, before it is known from when: "15 minutes", "5 business days", "next
 * release". Becomes an instant through {@link BusinessCalendar#due}.
 */
public sealed interface Span {
    /** Hours that pass at night and at weekends too. Legal hours are these: 72 h is 259,200 s. */
    record Elapsed(Duration duration) implements Span {
        public Elapsed {
            requirePositive(duration);
        }
    }

    /** Hours that pass only while the calendar is open. */
    record BusinessHours(Duration duration) implements Span {
        public BusinessHours {
            requirePositive(duration);
        }
    }

    /** Working days of a calendar. */
    record BusinessDays(int days) implements Span {
        public BusinessDays {
            if (days < 1) {
                throw new IllegalArgumentException("a span needs at least one day");
            }
        }
    }

    /**
     * Days of the calendar on the wall: due at the same wall-clock time, so many dates later, in
     * the calendar's zone. A day on which the clocks change is one day.
     */
    record CalendarDays(int days) implements Span {
        public CalendarDays {
            if (days < 1) {
                throw new IllegalArgumentException("a span needs at least one day");
            }
        }
    }

    /**
     * Months of the calendar on the wall: due at the same wall-clock time on the date with the same
     * number, in the calendar's zone. A month without that date ends on its last day: one month
     * from 31 January is the last of February.
     */
    record Months(int months) implements Span {
        public Months {
            if (months < 1) {
                throw new IllegalArgumentException("a span needs at least one month");
            }
        }
    }

    /** A promise without a clock, such as "next release": shown, never counted. */
    record Unclocked(String words) implements Span {
        public Unclocked {
            Objects.requireNonNull(words);
        }
    }

    /**
     * The only promise without a clock that can be written down; anything else is a typing error.
     */
    String NEXT_RELEASE = "next release";

    /**
     * Reads what a person wrote: {@code 15 minutes}, {@code 4 hours}, {@code 3 days} (72 hours that
     * pass at night too), {@code 60 calendar days}, {@code 1 month}, {@code 2 business hours},
     * {@code 5 business days}, {@code next release}; empty if it is none of these.
     */
    static Optional<Span> parse(String words) {
        return SpanWords.parse(words);
    }

    /** The span as a person says it, for example {@code 5 business days}. */
    default String words() {
        return switch (this) {
            case Elapsed e -> words(e.duration(), "");
            case BusinessHours b -> words(b.duration(), "business ");
            case BusinessDays d -> d.days() + (d.days() == 1 ? " business day" : " business days");
            case CalendarDays d -> d.days() + (d.days() == 1 ? " calendar day" : " calendar days");
            case Months m -> m.months() + (m.months() == 1 ? " month" : " months");
            case Unclocked u -> u.words();
        };
    }

    private static String words(Duration duration, String kind) {
        if (duration.toMinutes() % 60 == 0) {
            long hours = duration.toHours();
            return hours + " " + kind + (hours == 1 ? "hour" : "hours");
        }
        long minutes = duration.toMinutes();
        return minutes + " " + kind + (minutes == 1 ? "minute" : "minutes");
    }

    private static void requirePositive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a span must be longer than nothing");
        }
    }
}
