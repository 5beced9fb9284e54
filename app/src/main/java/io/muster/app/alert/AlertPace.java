package io.muster.app.alert;

import io.muster.core.alert.AlertSource;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How many messages each source has left this minute, on this node. */
public final class AlertPace {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Map<String, Minute> minutes = new HashMap<>();

    /**
     * @param nanos a clock that only grows
     */
    public AlertPace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes one message; if there was one too many, how long to wait before the next. */
    synchronized Optional<Duration> take(AlertSource source) {
        long now = nanos.getAsLong();
        Minute minute = minutes.get(source.name());
        if (minute == null || now - minute.began() >= MINUTE) {
            minutes.put(source.name(), new Minute(now, 1));
            return Optional.empty();
        }
        if (minute.taken() >= source.perMinute()) {
            return Optional.of(Duration.ofNanos(MINUTE - (now - minute.began())));
        }
        minutes.put(source.name(), new Minute(minute.began(), minute.taken() + 1));
        return Optional.empty();
    }

    private record Minute(long began, int taken) {}
}
