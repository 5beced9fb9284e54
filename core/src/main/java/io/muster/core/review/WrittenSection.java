package io.muster.core.review;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Objects;

/**
 * A section as somebody wrote it.
 *
 * @param revision how often this section has been written, this time included
 */
public record WrittenSection(String name, FreeText text, Actor by, Instant at, int revision) {
    public WrittenSection {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }
}
