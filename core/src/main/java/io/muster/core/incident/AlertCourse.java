package io.muster.core.incident;

import io.muster.core.alert.Alarm;
import io.muster.core.alert.Signal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether an alert that fires is a new incident, or belongs to the one that it made before. */
public sealed interface AlertCourse {
    /**
     * A new incident.
     *
     * @param earlier the one before it, which is over
     */
    record Open(Optional<IncidentId> earlier) implements AlertCourse {}

    /** It belongs to this incident. */
    record Join(IncidentId incident) implements AlertCourse {}

    /**
     * The incident is over, and this is what it was about: the source only says once more what
     * people have judged already.
     */
    record Same(IncidentId incident) implements AlertCourse {}

    /**
     * What was known of the alert until now.
     *
     * @param firing the source did not say that it was over
     * @param last when the source last said something
     */
    record Known(boolean firing, Instant last) {}

    /** The course of a signal that fires. */
    static AlertCourse of(Optional<Incident> before, Optional<Known> known, Signal signal) {
        if (before.isEmpty()) {
            return new Open(Optional.empty());
        }
        Incident incident = before.get();
        if (!incident.status().isOver()) {
            return new Join(incident.id());
        }
        return isSame(incident, known, signal)
                ? new Same(incident.id())
                : new Open(Optional.of(incident.id()));
    }

    private static boolean isSame(Incident incident, Optional<Known> known, Signal signal) {
        Optional<Alarm> alarm = incident.dossier().alarms().find(signal.key());
        if (alarm.isEmpty() || known.isEmpty() || !known.get().firing() || !signal.canClear()) {
            return false;
        }
        List<String> members = alarm.get().members();
        return signal.burning().stream()
                .allMatch(m ->
                        members.contains(m.id())
                                && m.since().filter(known.get().last()::isBefore).isEmpty());
    }
}
