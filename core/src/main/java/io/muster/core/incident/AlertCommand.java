package io.muster.core.incident;

import io.muster.core.alert.Detection;
import io.muster.core.alert.Signal;
import io.muster.core.policy.Act;
import io.muster.core.policy.SeverityName;

import java.util.Optional;

/** What a source of alerts says about an incident that is there. No person says this. */
public sealed interface AlertCommand extends DossierCommand {
    /**
     * It fires.
     *
     * @param severity how grave it is by the rules of the team
     * @param times how often its source has said so, this time included
     * @param earlier the incident of the same alert before this one
     */
    record Fires(
            Signal signal,
            SeverityName severity,
            Detection detectedBy,
            int times,
            Optional<IncidentId> earlier)
            implements AlertCommand {}

    /** It is over, says its source. */
    record IsOver(Signal signal) implements AlertCommand {}

    @Override
    default Optional<Act> act() {
        return Optional.empty();
    }
}
