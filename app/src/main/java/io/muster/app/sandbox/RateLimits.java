package io.muster.app.sandbox;

/**
 * How strictly the rates are kept. Slack promises a tier's number of calls a minute and leaves
 * bursts open, so {@code burst} is a guess that is zero unless told otherwise.
 */
public record RateLimits(boolean perMethod, boolean perChannel, int burst) {

    public static RateLimits strict() {
        return new RateLimits(true, true, 0);
    }

    /** Some calls more than a tier promises, in each minute. */
    public RateLimits withBurst(int calls) {
        return new RateLimits(perMethod, perChannel, calls);
    }

    /** None at all: for a test that is about something else, or for a load test. */
    public static RateLimits off() {
        return new RateLimits(false, false, 0);
    }
}
