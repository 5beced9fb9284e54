package io.muster.core.report;

import io.muster.core.Spoken;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long something took, over several incidents.
 *
 * @param n how many it is reckoned from
 * @param median empty if there are none
 * @param p90 nine of ten took no longer, by the nearest rank
 */
public record Figure(int n, Optional<Duration> median, Optional<Duration> p90) {
    /** Of these lengths. */
    public static Figure of(List<Duration> lengths) {
        List<Duration> sorted = lengths.stream().sorted().toList();
        int n = sorted.size();
        if (n == 0) {
            return new Figure(0, Optional.empty(), Optional.empty());
        }
        Duration median =
                n % 2 == 1
                        ? sorted.get(n / 2)
                        : sorted.get(n / 2 - 1).plus(sorted.get(n / 2)).dividedBy(2);
        int rank = Math.ceilDiv(9 * n, 10);
        return new Figure(n, Optional.of(median), Optional.of(sorted.get(rank - 1)));
    }

    /** {@code 12 min · 40 min · 5}: median, 90th percentile, n. */
    public String words() {
        return median.map(m -> Spoken.length(m) + " · " + Spoken.length(p90.orElse(m)) + " · " + n)
                .orElse("—");
    }
}
