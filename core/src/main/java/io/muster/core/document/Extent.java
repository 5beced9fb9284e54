package io.muster.core.document;

/**
 * How much of the lists that grow without end is wanted; what is left out is counted.
 *
 * @param entries how many of the newest entries of the timeline
 * @param updates how many of the newest status updates
 * @param turns how many of the newest turns of each repeating clock
 */
public record Extent(int entries, int updates, int turns) {
    /** All of it. */
    public static final Extent WHOLE =
            new Extent(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** What can be taken in at a glance and fits everywhere. */
    public static Extent newest(int entries) {
        return new Extent(entries, Math.max(1, entries / 10), 2);
    }
}
