package io.muster.app.checkup;

import io.muster.core.Spoken;

import java.time.Duration;

/** Whether two clocks agree well enough. */
public final class ClockCheckup {
    private static final String ABOUT = "clock";
    private static final Duration SMALL = Duration.ofSeconds(2);

    /** Slack's requests are refused when they seem older than five minutes; this leaves room. */
    private static final Duration LARGE = Duration.ofSeconds(60);

    private ClockCheckup() {}

    /**
     * Compares.
     *
     * @param whose the other clock, as people say it
     * @param ahead how far it is ahead of this machine's; negative if it is behind
     * @param exact how far that may be wrong, because it took time to ask
     */
    public static Finding compare(String whose, Duration ahead, Duration exact) {
        Duration certain = ahead.abs().minus(exact);
        String words =
                whose
                        + " is "
                        + Spoken.length(ahead)
                        + (ahead.isNegative() ? " behind" : " ahead of")
                        + " this machine's";
        if (certain.compareTo(SMALL) < 0) {
            return Finding.ok(ABOUT, whose + " agrees with this machine's");
        }
        return certain.compareTo(LARGE) < 0
                ? Finding.warn(ABOUT, words + "; let both be set by NTP")
                : Finding.toDo(
                        ABOUT,
                        words
                                + ": let both be set by NTP, or times in the record will not match"
                                + " what people see and Slack's requests may be refused");
    }
}
