package io.muster.app.desk;

import io.muster.core.Phrase;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;

import java.util.List;

/** What became of a wish. */
public sealed interface Outcome {
    /**
     * It happened and is committed.
     *
     * @param incident what is true now
     * @param events what happened; empty if this very delivery had been acted on before
     */
    record Done(Incident incident, List<IncidentEvent> events) implements Outcome {
        public Done {
            events = List.copyOf(events);
        }
    }

    /** It did not happen and nothing was recorded; words for the person who asked. */
    record Refused(Phrase words) implements Outcome {}
}
