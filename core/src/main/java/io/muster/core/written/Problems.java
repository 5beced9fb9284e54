package io.muster.core.written;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong while one file is read. Lives no longer than the reading. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final boolean listening;

    private Problems(boolean listening) {
        this.listening = listening;
    }

    /** Nothing found yet. */
    public static Problems none() {
        return new Problems(true);
    }

    /** Hears nothing: for reading on where a problem was reported already. */
    static Problems deaf() {
        return new Problems(false);
    }

    void add(Problem problem) {
        if (listening) {
            found.add(problem);
        }
    }

    /**
     * The outcome of the reading.
     *
     * @param value what was understood; dropped if anything but a warning was found, so it may hold
     *     stand-ins for what could not be read
     */
    public <T> Reading<T> outcome(T value) {
        List<Problem> ordered =
                found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
        return ordered.stream().allMatch(Problem::warning)
                ? new Reading.Sound<>(value, ordered)
                : new Reading.Faulty<>(ordered);
    }
}
