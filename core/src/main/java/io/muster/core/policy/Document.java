package io.muster.core.policy;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Document control of the plan itself.
 *
 * @param date as the plan prints it, for example {@code March 2026}
 * @param reviewEvery how often the plan is reviewed, if it says so
 */
public record Document(
        String id,
        String title,
        String version,
        String date,
        String classification,
        String owner,
        Optional<Period> reviewEvery,
        List<Revision> history) {
    public Document {
        Objects.requireNonNull(id);
        history = List.copyOf(history);
    }

    /** One line of the version history. */
    public record Revision(String version, String date, String author, String changes) {}
}
