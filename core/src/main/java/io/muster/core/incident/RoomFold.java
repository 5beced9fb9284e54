package io.muster.core.incident;

import io.muster.core.PersonId;
import io.muster.core.roster.Actor;

import java.util.function.UnaryOperator;

/** The incident after something became of its channel, or of the people in it. */
final class RoomFold {
    private RoomFold() {}

    static Incident after(Incident before, RoomEvent event) {
        return switch (event) {
            case RoomEvent.PersonLeft e -> left(before, e);
            case RoomEvent.RoomLost e -> lost(before, e);
            case RoomEvent.RoomAwaited ignored -> changed(before, w -> w.awaiting(true));
            case RoomEvent.RoomReturned e -> opened(before, new Room(e.channel(), e.name()));
            case RoomEvent.RoomRenamed e -> before.with(new Room(e.channel(), e.name()));
        };
    }

    /** There is a channel. */
    static Incident opened(Incident before, Room room) {
        return changed(before, w -> w.found(room)).with(room);
    }

    /** The channel that was asked for could not be had. */
    static Incident refused(Incident before) {
        return changed(before, w -> w.awaiting(false));
    }

    /** Only the channel that it has can be lost. */
    private static Incident lost(Incident before, RoomEvent.RoomLost e) {
        return before.room()
                .map(room -> new Whereabouts.Lost(room, e.loss(), e.by()))
                .map(lost -> changed(before, w -> w.lost(lost)).withoutRoom())
                .orElse(before);
    }

    private static Incident changed(Incident before, UnaryOperator<Whereabouts> change) {
        Whereabouts now = before.dossier().whereabouts();
        Whereabouts then = change.apply(now);
        return then.equals(now) ? before : before.with(before.dossier().moved(then));
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
