package io.muster.core.alert;

/**
 * How a watched address is doing.
 *
 * @param failures how many times in a row it failed
 * @param failing that was too often, and it has not answered well since
 */
public record Health(int failures, boolean failing) {
    /** Nobody has asked yet. */
    public static final Health UNKNOWN = new Health(0, false);

    /** How it is doing after one more answer. */
    public Health after(boolean good, Watch watch) {
        if (good) {
            return UNKNOWN;
        }
        int more = failures + 1;
        return new Health(more, failing || more >= watch.failures());
    }
}
