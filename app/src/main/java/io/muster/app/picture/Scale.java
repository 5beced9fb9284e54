package io.muster.app.picture;

import java.time.Duration;

/** The top of a scale of lengths of time: the next one that people find round. */
final class Scale {
    private static final long[] MINUTES = {
        1, 2, 4, 6, 10, 20, 30, 40, 60, 90, 120, 180, 240, 360, 480, 720, 1_080, 1_440, 2_160
    };
    private static final int DAY = 1_440;
    private static final int[] DAYS = {2, 4, 6, 10, 14, 20, 30, 60, 90, 120, 180, 360};

    private Scale() {}

    /** The smallest round length that is not below this one. */
    static Duration above(Duration longest) {
        long minutes = Math.ceilDiv(longest.toSeconds(), 60L);
        for (long round : MINUTES) {
            if (minutes <= round) {
                return Duration.ofMinutes(round);
            }
        }
        long days = Math.ceilDiv(minutes, DAY);
        for (int round : DAYS) {
            if (days <= round) {
                return Duration.ofDays(round);
            }
        }
        return Duration.ofDays(Math.ceilDiv(days, 100L) * 100);
    }
}
