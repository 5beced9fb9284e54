package io.muster.core.program;

import io.muster.core.incident.IncidentId;
import io.muster.core.policy.SeverityName;

/**
 * An incident that makes a review necessary.
 *
 * @param isPrivate whether only a few may know of it, so that it is not named to others
 */
public record Cause(IncidentId incident, SeverityName severity, boolean isPrivate) {
    /** How everybody may hear of it. */
    public String words() {
        return isPrivate ? "a private " + severity : severity + " " + incident;
    }
}
