package io.muster.db.journal;

import io.muster.core.incident.IncidentEvent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stored names of events. They are for ever: a name is never changed and never used again. */
final class EventNames {
    private static final Map<String, Class<? extends IncidentEvent>> CLASSES =
            kinds(IncidentEvent.class)
                    .collect(Collectors.toUnmodifiableMap(EventNames::of, c -> c));

    private EventNames() {}

    /** Every kind of event there is. */
    static List<Class<? extends IncidentEvent>> kinds() {
        return List.copyOf(CLASSES.values());
    }

    private static Stream<Class<? extends IncidentEvent>> kinds(Class<? extends IncidentEvent> of) {
        return of.isSealed()
                ? Arrays.stream(of.getPermittedSubclasses())
                        .flatMap(c -> kinds(c.asSubclass(IncidentEvent.class)))
                : Stream.of(of);
    }

    /** The name under which this kind of event is stored. */
    static String of(Class<? extends IncidentEvent> event) {
        String name = event.getSimpleName();
        StringBuilder stored = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && !stored.isEmpty()) {
                stored.append('-');
            }
            stored.append(Character.toLowerCase(c));
        }
        return stored.toString();
    }

    /** The kind of event that is stored under this name. */
    static Class<? extends IncidentEvent> classOf(String stored) {
        Class<? extends IncidentEvent> found = CLASSES.get(stored);
        if (found == null) {
            throw new IllegalStateException(
                    "the journal holds an event called "
                            + stored
                            + " that this version of Muster does not know; use the newer version");
        }
        return found;
    }
}
