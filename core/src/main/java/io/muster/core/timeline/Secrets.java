package io.muster.core.timeline;

import io.muster.core.drill.Exercise;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.obligation.ObligationId;

import java.util.List;
import java.util.Optional;

/** What those who are in a drill must not read before it is over: the injects that still wait. */
public final class Secrets {
    private Secrets() {}

    /** The story as those who take part may read it; the whole one once the drill is over. */
    public static List<Happened> kept(List<Happened> story, Incident incident) {
        boolean running =
                incident.header().drill() && incident.dossier().exercise().conclusion().isEmpty();
        return running && !incident.status().isOver()
                ? story.stream().filter(h -> !isSecret(h.event())).toList()
                : story;
    }

    private static boolean isSecret(IncidentEvent event) {
        return clock(event).map(ObligationId::clock).filter(Exercise::isSecret).isPresent();
    }

    private static Optional<ObligationId> clock(IncidentEvent event) {
        if (event instanceof IncidentEvent.ObligationOpened e) {
            return Optional.of(e.obligation().id());
        }
        if (event instanceof IncidentEvent.ObligationMet e) {
            return Optional.of(e.id());
        }
        return event instanceof IncidentEvent.ObligationDropped e
                ? Optional.of(e.id())
                : Optional.empty();
    }
}
