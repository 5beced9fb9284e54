package io.muster.core.incident;

import io.muster.core.drill.Exercise;

/** What is true after it. */
final class DrillFold {
    private DrillFold() {}

    static Exercise after(Exercise before, DrillEvent event, Happened happened) {
        return before;
    }
}
