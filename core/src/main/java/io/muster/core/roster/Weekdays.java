package io.muster.core.roster;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Days of the week as people write them: {@code mon}, {@code Monday}, {@code mon-fri}. */
final class Weekdays {
    private Weekdays() {}

    static Optional<DayOfWeek> find(String word) {
        String said = word.toLowerCase(Locale.ROOT);
        return said.length() < 3
                ? Optional.empty()
                : Arrays.stream(DayOfWeek.values())
                        .filter(d -> d.name().toLowerCase(Locale.ROOT).startsWith(said))
                        .findFirst();
    }

    /** A day, a range of days, {@code weekdays} or {@code weekends}. */
    static Optional<Set<DayOfWeek>> some(String word) {
        String said = word.toLowerCase(Locale.ROOT);
        if (said.equals("weekdays")) {
            return Optional.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        }
        if (said.equals("weekends")) {
            return Optional.of(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        }
        String[] ends = said.split("-", 2);
        Optional<DayOfWeek> first = find(ends[0]);
        Optional<DayOfWeek> last = find(ends[ends.length - 1]);
        return first.isEmpty() || last.isEmpty()
                ? Optional.empty()
                : Optional.of(range(first.get(), last.get()));
    }

    /** {@code fri-mon} goes over the end of the week. */
    private static Set<DayOfWeek> range(DayOfWeek first, DayOfWeek last) {
        Set<DayOfWeek> days = EnumSet.of(last);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        return days;
    }
}
