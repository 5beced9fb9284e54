package io.muster.core.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** What is done with many shifts at once. */
public final class Shifts {
    private Shifts() {}

    /**
     * The same shifts, one after the other: where several cover each other, the one that began last
     * counts, as a replacement that is written over a longer shift does.
     */
    public static List<Shift> flat(List<Shift> shifts) {
        List<Shift> sorted = shifts.stream().sorted(Comparator.comparing(Shift::from)).toList();
        TreeSet<Instant> edges = new TreeSet<>();
        sorted.forEach(shift -> {
            edges.add(shift.from());
            edges.add(shift.until());
        });
        PriorityQueue<Shift> running =
                new PriorityQueue<>(
                        Comparator.comparing(Shift::from)
                                .thenComparing(Shift::until, Comparator.reverseOrder())
                                .reversed());
        List<Shift> flat = new ArrayList<>();
        int next = 0;
        Optional<Instant> before = Optional.empty();
        for (Instant edge : edges) {
            before.ifPresent(from -> top(running, from).ifPresent(s -> put(flat, s, from, edge)));
            while (next < sorted.size() && sorted.get(next).from().equals(edge)) {
                running.add(sorted.get(next++));
            }
            before = Optional.of(edge);
        }
        return joined(flat);
    }

    /** The same shifts, with those in one that follow each other without a change. */
    static List<Shift> joined(List<Shift> shifts) {
        List<Shift> joined = new ArrayList<>();
        for (Shift shift : shifts) {
            if (!joined.isEmpty() && joined.getLast().continuedBy(shift)) {
                joined.set(joined.size() - 1, joined.getLast().until(shift.until()));
            } else {
                joined.add(shift);
            }
        }
        return List.copyOf(joined);
    }

    /** The place of the last shift that has begun by then; -1 if none has. */
    static int lastBegun(List<Shift> shifts, Instant at) {
        int low = 0;
        int high = shifts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shifts.get(middle).from().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    private static Optional<Shift> top(PriorityQueue<Shift> running, Instant at) {
        while (!running.isEmpty() && !running.peek().until().isAfter(at)) {
            running.poll();
        }
        return Optional.ofNullable(running.peek());
    }

    private static void put(List<Shift> flat, Shift shift, Instant from, Instant until) {
        flat.add(new Shift(from, until, shift.who(), shift.layer()));
    }
}
