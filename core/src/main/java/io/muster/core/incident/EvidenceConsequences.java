package io.muster.core.incident;

import io.muster.core.evidence.Preservation;
import io.muster.core.policy.AutoTick;

/** What the register of exhibits shows to be done of a checklist. */
final class EvidenceConsequences {
    private EvidenceConsequences() {}

    /**
     * One exhibit of a kind is not yet all of that kind, so an item is ticked only by the exhibit
     * of which somebody said that it is the last.
     */
    static boolean shows(AutoTick tick, IncidentEvent event) {
        if (event instanceof EvidenceEvent.ExhibitRegistered e && e.coversAll()) {
            return e.type().step().map(Preservation::tick).filter(tick::equals).isPresent();
        }
        return (tick == AutoTick.CUSTODY_KEPT && event instanceof EvidenceEvent.CustodyAttested)
                || (tick == AutoTick.LEGAL_TOLD && event instanceof EvidenceEvent.LegalNotified);
    }
}
