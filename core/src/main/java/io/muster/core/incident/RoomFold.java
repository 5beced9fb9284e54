package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.roster.Actor;

/** The incident after something became of its channel, or of the people in it. */
final class RoomFold {
    private RoomFold() {}

    static Incident after(Incident before, RoomEvent event) {
        return switch (event) {
            case RoomEvent.PersonLeft e -> left(before, e);
        };
    }

    /** Whoever declared it keeps sight of it; a private one ends what the others were to hear. */
    private static Incident left(Incident before, RoomEvent.PersonLeft e) {
        PersonId person = e.person();
        if (before.header().declaredBy().equals(Actor.person(person))) {
            return before;
        }
        Incident after = before.with(before.crew().leftBy(person, e.at()));
        return after.header().isPrivate() && !after.crew().has(person)
                ? after.with(after.dossier().unfollowed(person))
                : after;
    }
}
