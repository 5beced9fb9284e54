package io.muster.app.sandbox.state;

import java.time.Instant;
import java.util.Locale;

/** Slack's timestamps: seconds, a dot and six digits. As text they sort by time. */
public final class Ts {
    private Ts() {}

    static String ofMicros(long micros) {
        return String.format(Locale.ROOT, "%010d.%06d", micros / 1_000_000, micros % 1_000_000);
    }

    public static String of(Instant instant) {
        return ofMicros(micros(instant));
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    public static boolean isValid(String ts) {
        return ts.matches("\\d{1,10}(?:\\.\\d{1,6})?");
    }

    /** Completes a shorter spelling, so that it compares as text. */
    public static String full(String ts) {
        int dot = ts.indexOf('.');
        String seconds = dot < 0 ? ts : ts.substring(0, dot);
        String fraction = dot < 0 ? "" : ts.substring(dot + 1);
        return "0".repeat(Math.max(0, 10 - seconds.length()))
                + seconds
                + "."
                + fraction
                + "0".repeat(Math.max(0, 6 - fraction.length()));
    }

    public static Instant instant(String ts) {
        String full = full(ts);
        return Instant.ofEpochSecond(
                Long.parseLong(full.substring(0, 10)), Long.parseLong(full.substring(11)) * 1_000);
    }
}
