package io.muster.core;

import java.time.Duration;
import java.util.Locale;

/** How lengths of time are said to people: short, and never more exact than is useful. */
public final class Spoken {
    private Spoken() {}

    /**
     * A length of time in words: {@code 45 s}, {@code 12 min}, {@code 3 h 5 min}, {@code 2 days 4
     * h}. Rounded down; a negative length is said as if it were positive.
     */
    public static String length(Duration length) {
        Duration time = length.abs();
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return time.toSeconds() + " s";
        }
        if (time.compareTo(Duration.ofHours(1)) < 0) {
            return time.toMinutes() + " min";
        }
        if (time.compareTo(Duration.ofDays(2)) < 0) {
            return pair(time.toHours(), "h", time.toMinutesPart(), "min");
        }
        return pair(time.toDays(), "days", time.toHoursPart(), "h");
    }

    /**
     * A length of time that is still to come, rounded up to the minute so that it is never early.
     */
    public static String left(Duration left) {
        long seconds = left.toSeconds() + (left.toNanosPart() > 0 ? 1 : 0);
        Duration up = Duration.ofMinutes(Math.max(1, Math.ceilDiv(seconds, 60)));
        return length(up);
    }

    /** {@code 1 item}, {@code 3 items}. */
    public static String count(long n, String one) {
        return n + " " + one + (n == 1 ? "" : "s");
    }

    /** {@code 812 bytes}, {@code 3.4 KB}, {@code 1.2 GB}. */
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return count(bytes, "byte");
        }
        double left = bytes;
        String unit = "KB";
        for (String next : new String[] {"KB", "MB", "GB", "TB"}) {
            unit = next;
            left /= 1_000;
            if (left < 999.95) {
                break;
            }
        }
        return String.format(Locale.ROOT, "%.1f %s", left, unit).replace(".0 ", " ");
    }

    private static String pair(long large, String unit, long small, String smallUnit) {
        return small == 0 ? large + " " + unit : large + " " + unit + " " + small + " " + smallUnit;
    }
}
