package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Optional;

/**
 * The status updates of one incident.
 *
 * @param count how many there have been
 * @param last the newest one
 */
public record Updates(int count, Optional<Update> last) {
    static final Updates NONE = new Updates(0, Optional.empty());

    /** When the newest update was posted. */
    public Optional<Instant> lastAt() {
        return last.map(Update::at);
    }

    /** One status update. */
    public record Update(
            int number, FreeText known, FreeText doing, FreeText need, Actor by, Instant at) {}
}
