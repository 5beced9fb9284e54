package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;

import java.util.List;
import java.util.Optional;

/** Who holds several of the roles that are called at once is called once, as all of them. */
final class CalledAs {
    private CalledAs() {}

    /**
     * As what to call this person, of everything that happened together; empty if another of these
     * calls does it.
     */
    static Optional<String> titles(
            PersonId person, IncidentEvent.RolePaged call, List<Happened> together) {
        List<IncidentEvent.RolePaged> theirs =
                together.stream()
                        .map(Happened::event)
                        .filter(IncidentEvent.RolePaged.class::isInstance)
                        .map(IncidentEvent.RolePaged.class::cast)
                        .filter(c -> c.cause() == call.cause() && c.people().contains(person))
                        .toList();
        return theirs.getFirst().equals(call)
                ? Optional.of(joined(theirs.stream().map(IncidentEvent.RolePaged::title).toList()))
                : Optional.empty();
    }

    private static String joined(List<String> titles) {
        int last = titles.size() - 1;
        return last == 0
                ? titles.getFirst()
                : String.join(", ", titles.subList(0, last)) + " and " + titles.get(last);
    }
}
