package io.muster.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * An address that Muster asks again and again whether it still answers.
 *
 * @param expect the status that it has to answer with
 * @param failures how many times in a row it may fail before that is an alert
 * @param severity a word for how grave that is; may be blank
 * @param service may be blank
 */
public record Watch(
        String name,
        String url,
        Duration every,
        Duration timeout,
        int expect,
        int failures,
        String severity,
        String service) {
    public Watch {
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
    }

    /** The turn that has come at this time; turns are counted from the beginning of time. */
    public Instant slot(Instant now) {
        long length = every.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
    }
}
