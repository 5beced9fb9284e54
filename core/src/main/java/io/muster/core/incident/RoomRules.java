package io.muster.core.incident;

import io.muster.core.Phrase;

import java.util.Optional;

/** Who goes out of the channel, and what becomes of it. */
final class RoomRules {
    private RoomRules() {}

    static Decision decide(Incident incident, RoomCommand command) {
        return switch (command) {
            case RoomCommand.Leave c -> leave(incident, c);
            case RoomCommand.RecordRoomLost c -> lost(incident, c);
            case RoomCommand.RecordRoomBack c -> back(incident, c);
            case RoomCommand.RecordRoomRenamed c -> renamed(incident, c);
            case RoomCommand.OpenAnotherRoom ignored -> another(incident);
        };
    }

    /**
     * What is gone for good is replaced at once. A channel that somebody archived, or took Muster
     * out of, is not: that was an act of theirs, and they may take it back. An incident that begins
     * again begins with a channel.
     */
    static void follow(Unfolding unfolding) {
        Incident incident = unfolding.incident();
        Optional<Whereabouts.Lost> lost = incident.dossier().whereabouts().lost();
        boolean begins =
                unfolding.events().stream()
                        .anyMatch(event ->
                                event instanceof IncidentEvent.Reopened
                                        || (event instanceof RoomEvent.RoomLost e
                                                && e.loss().isForGood()));
        if (begins && lost.isPresent() && !isAwaited(incident) && !incident.status().isOver()) {
            unfolding.happens(new RoomEvent.RoomAwaited());
        }
    }

    /** Told twice, or of somebody whom nobody noticed coming in: no news. */
    private static Decision leave(Incident incident, RoomCommand.Leave command) {
        return incident.crew().isIn(command.person())
                ? Decision.accept(new RoomEvent.PersonLeft(command.person(), command.at()))
                : Decision.refuse(Phrase.EMPTY);
    }

    /** What is archived may still be deleted; then it does not come back any more. */
    private static Decision lost(Incident incident, RoomCommand.RecordRoomLost command) {
        boolean worse =
                command.loss().isForGood()
                        && incident.dossier()
                                .whereabouts()
                                .lost()
                                .filter(lost -> !lost.loss().isForGood())
                                .isPresent();
        return incident.room()
                .or(() -> worse ? incident.lastRoom() : Optional.empty())
                .filter(room -> room.channel().equals(command.channel()))
                .map(room ->
                        Decision.accept(
                                new RoomEvent.RoomLost(
                                        room.channel(), room.name(), command.loss(), command.by())))
                .orElseGet(() -> Decision.refuse("Nobody works in that channel."));
    }

    private static Decision back(Incident incident, RoomCommand.RecordRoomBack command) {
        return incident.dossier()
                .whereabouts()
                .lost()
                .filter(lost -> lost.room().channel().equals(command.channel()))
                .filter(lost -> !isAwaited(incident))
                .map(lost ->
                        Decision.accept(
                                new RoomEvent.RoomReturned(
                                        lost.room().channel(), lost.room().name())))
                .orElseGet(() -> Decision.refuse("That channel was not missed."));
    }

    private static Decision renamed(Incident incident, RoomCommand.RecordRoomRenamed command) {
        return incident.room()
                .filter(room -> room.channel().equals(command.channel()))
                .filter(room -> !room.name().equals(command.name()))
                .map(room ->
                        Decision.accept(new RoomEvent.RoomRenamed(room.channel(), command.name())))
                .orElseGet(() -> Decision.refuse("It is called that already."));
    }

    private static Decision another(Incident incident) {
        if (incident.room().isPresent()) {
            return Decision.refuse(
                    Phrase.of(incident.id() + " has a channel: ")
                            .where(incident.room().get().channel(), incident.room().get().name())
                            .say("."));
        }
        if (incident.status().isOver()) {
            return LifecycleRules.over(incident);
        }
        return isAwaited(incident)
                ? Decision.refuse("A new channel is being opened already. You will be brought in.")
                : Decision.accept(new RoomEvent.RoomAwaited());
    }

    private static boolean isAwaited(Incident incident) {
        return incident.dossier().whereabouts().awaited();
    }
}
