package io.muster.db.journal;

import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Incidents that were folded lately, so that a long journal is not read anew for every click. What
 * is stored decides: a fold is used only if the entry that it ends with lies in the journal.
 */
final class FoldCache {
    private final Map<IncidentId, Folded> recent;

    record Folded(Incident incident, int seq, Hash head) {}

    FoldCache(int most) {
        this.recent =
                new LinkedHashMap<>(64, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<IncidentId, Folded> eldest) {
                        return size() > most;
                    }
                };
    }

    /**
     * A fold that is not longer than the journal; one of the same length has its hash. One that is
     * shorter may still hold what was rolled back: whoever goes on from it must see that the next
     * entry follows its head.
     */
    synchronized Optional<Folded> find(IncidentId id, int seq, Hash head) {
        return Optional.ofNullable(recent.get(id))
                .filter(f -> f.seq() < seq || (f.seq() == seq && f.head().equals(head)));
    }

    synchronized void put(Incident incident, int seq, Hash head) {
        recent.put(incident.id(), new Folded(incident, seq, head));
    }
}
