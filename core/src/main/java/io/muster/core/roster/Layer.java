package io.muster.core.roster;

import io.muster.core.oncall.Handover;
import io.muster.core.oncall.Windows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One layer of a rotation; where it gives somebody, the layers below it do not count. */
public sealed interface Layer {
    /** What people call it. */
    String title();

    /** Everyone who has a turn in it. */
    List<Handle> people();

    /** Who is on duty by this layer. */
    Optional<Handle> onDuty(Instant at);

    /** The first instant after this one at which somebody else may be on duty; empty for never. */
    Optional<Instant> change(Instant at);

    /** Everyone of the layer in the order in which they come after this instant. */
    List<Handle> following(Instant at);

    /**
     * People take turns.
     *
     * @param people in their order; there is at least one
     * @param only the hours at which the layer counts
     */
    record Turns(String title, List<Handle> people, Handover handover, Windows only)
            implements Layer {
        public Turns {
            people = List.copyOf(people);
            Objects.requireNonNull(handover);
            Objects.requireNonNull(only);
            if (people.isEmpty()) {
                throw new IllegalArgumentException("a layer without people");
            }
        }

        @Override
        public Optional<Handle> onDuty(Instant at) {
            long turn = handover.turn(at);
            return turn < 0 || !only.open(at) ? Optional.empty() : Optional.of(person(turn));
        }

        @Override
        public Optional<Instant> change(Instant at) {
            return Stream.concat(Stream.of(handover.next(at)), only.next(at).stream())
                    .min(Instant::compareTo);
        }

        @Override
        public List<Handle> following(Instant at) {
            long turn = Math.max(-1, handover.turn(at));
            List<Handle> order = new ArrayList<>();
            for (int i = 1; i <= people.size(); i++) {
                order.add(person(turn + i));
            }
            return order.stream().distinct().toList();
        }

        private Handle person(long turn) {
            return people.get(Math.floorMod(turn, people.size()));
        }
    }

    /**
     * Shifts that stand in a calendar.
     *
     * @param shifts one after the other, none over another; see {@link Shifts#flat}
     */
    record Calendar(String title, List<Shift> shifts) implements Layer {
        public Calendar {
            shifts = List.copyOf(shifts);
        }

        @Override
        public List<Handle> people() {
            return shifts.stream().flatMap(s -> s.who().stream()).distinct().toList();
        }

        @Override
        public Optional<Handle> onDuty(Instant at) {
            int last = Shifts.lastBegun(shifts, at);
            return last < 0 || !shifts.get(last).until().isAfter(at)
                    ? Optional.empty()
                    : shifts.get(last).who();
        }

        @Override
        public Optional<Instant> change(Instant at) {
            int last = Shifts.lastBegun(shifts, at);
            if (last >= 0 && shifts.get(last).until().isAfter(at)) {
                return Optional.of(shifts.get(last).until());
            }
            return last + 1 < shifts.size()
                    ? Optional.of(shifts.get(last + 1).from())
                    : Optional.empty();
        }

        @Override
        public List<Handle> following(Instant at) {
            int next = Shifts.lastBegun(shifts, at) + 1;
            return shifts.subList(next, shifts.size()).stream()
                    .flatMap(s -> s.who().stream())
                    .distinct()
                    .toList();
        }
    }
}
