package io.muster.core.drill;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody decides before a drill begins.
 *
 * @param kind what it rehearses, if a duty of the plan asks for that
 * @param pace how many times faster its clocks run
 */
public record DrillPlan(Optional<String> kind, int pace, List<Inject> injects) {
    /** Faster than this nobody can answer. */
    public static final int FASTEST = 60;

    /** As many injects as one exercise can bear. */
    public static final int MOST_INJECTS = 20;

    public DrillPlan {
        Objects.requireNonNull(kind);
        injects = List.copyOf(injects);
    }
}
