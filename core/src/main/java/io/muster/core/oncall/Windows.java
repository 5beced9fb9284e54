package io.muster.core.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hours at which somebody is on duty at all; without any window, always. Opening and closing
 * are times on the wall, so a night in which the clocks change is an hour shorter or longer.
 */
public record Windows(List<Window> all, ZoneId zone) {
    /** A window that opened longer ago has closed, whatever the clocks did. */
    private static final int DAYS_BACK = 3;

    /** Every window opens again within a week, whatever the clocks do. */
    private static final int DAYS_AHEAD = 9;

    public Windows {
        all = List.copyOf(all);
        Objects.requireNonNull(zone);
    }

    /** Always. */
    public static Windows always(ZoneId zone) {
        return new Windows(List.of(), zone);
    }

    /** Whether one of them is open. */
    public boolean open(Instant at) {
        return all.isEmpty() || all.stream().anyMatch(window -> open(window, at));
    }

    /** When one of them opens or closes next; empty if that never happens. */
    public Optional<Instant> next(Instant at) {
        return all.stream()
                .flatMap(window -> edges(window, at))
                .filter(edge -> edge.isAfter(at))
                .min(Instant::compareTo);
    }

    private boolean open(Window window, Instant at) {
        return days(at, 1)
                .filter(window::opensOn)
                .anyMatch(day ->
                        !window.opening(day, zone).isAfter(at)
                                && window.closing(day, zone).isAfter(at));
    }

    private Stream<Instant> edges(Window window, Instant at) {
        return days(at, DAYS_AHEAD)
                .filter(window::opensOn)
                .flatMap(day -> Stream.of(window.opening(day, zone), window.closing(day, zone)));
    }

    private Stream<LocalDate> days(Instant at, int ahead) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        return today.minusDays(DAYS_BACK).datesUntil(today.plusDays(ahead));
    }
}
