package io.muster.core.incident;

import java.util.ArrayList;
import java.util.List;

/**
 * One decision as it unfolds: each event is applied at once, so that the next consequence is judged
 * by what is true after it. Lives no longer than the decision.
 */
final class Unfolding {
    private final Moment moment;
    private final Incident before;
    private final List<IncidentEvent> events = new ArrayList<>();
    private Incident incident;

    Unfolding(Incident before, Moment moment) {
        this.before = before;
        this.incident = before;
        this.moment = moment;
    }

    /** The unfolding of a declaration: the incident begins with the first of these events. */
    static Unfolding birth(IncidentId id, List<IncidentEvent> begin, Moment moment) {
        IncidentEvent declared = begin.getFirst();
        Happened first = new Happened(declared, moment.by(), moment.now());
        Unfolding unfolding = new Unfolding(Incident.declared(id, first), moment);
        unfolding.events.add(declared);
        unfolding.happens(begin.subList(1, begin.size()));
        return unfolding;
    }

    void happens(IncidentEvent event) {
        events.add(event);
        incident = incident.apply(new Happened(event, moment.by(), moment.now()));
    }

    void happens(List<IncidentEvent> more) {
        more.forEach(this::happens);
    }

    /** What was true before; of an incident that was just declared, only that. */
    Incident before() {
        return before;
    }

    /** What is true by now. */
    Incident incident() {
        return incident;
    }

    Moment moment() {
        return moment;
    }

    /** Everything that has happened, in order. */
    List<IncidentEvent> events() {
        return List.copyOf(events);
    }
}
