package io.muster.app.slack.outbound;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait between attempts.
 *
 * @param look how long between two looks for a message that may have been posted
 * @param grace how long a message may take to show up in the history before it counts as not posted
 * @param betweenPosts the least time between two messages in one channel
 */
public record Pace(Duration look, Duration grace, Duration betweenPosts, int callsOfTier) {
    /** As it is used against Slack. */
    public static final Pace USUAL =
            new Pace(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofMillis(1_030), 1);

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** The pause after so many failed attempts: doubling from half a second, with jitter. */
    static Duration backOff(int attempts) {
        long millis = 500L << Math.min(Math.max(attempts - 1, 0), 8);
        long jitter = ThreadLocalRandom.current().nextLong(millis / 2 + 1);
        return Duration.ofMillis(Math.min(LONGEST.toMillis(), millis + jitter));
    }
}
