package io.muster.core.talk;

import java.time.Instant;
import java.util.Objects;

/** A clock that ran when somebody was asked to take over. */
public record RunningClock(String title, Instant due) {
    public RunningClock {
        Objects.requireNonNull(title);
        Objects.requireNonNull(due);
    }
}
