package io.muster.app.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests each network has left this hour, and all of them together, on this node. Kept
 * in memory alone: where somebody comes from is written down nowhere.
 */
final class SourcePace {
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final int MOST_SOURCES = 10_000;

    private final LongSupplier nanos;
    private final int each;
    private final int all;
    private final Map<String, Integer> taken = new LinkedHashMap<>();
    private int takenByAll;
    private long began;

    /**
     * @param nanos a clock that only grows
     */
    SourcePace(LongSupplier nanos, int each, int all) {
        this.nanos = nanos;
        this.each = each;
        this.all = all;
        this.began = nanos.getAsLong();
    }

    /** Takes one; false if that was one too many. */
    synchronized boolean take(String source) {
        long now = nanos.getAsLong();
        if (now - began >= HOUR) {
            began = now;
            taken.clear();
            takenByAll = 0;
        }
        int before = taken.getOrDefault(source, 0);
        boolean isKnown = before > 0 || taken.size() < MOST_SOURCES;
        if (before >= each || takenByAll >= all || !isKnown) {
            return false;
        }
        taken.put(source, before + 1);
        takenByAll++;
        return true;
    }
}
