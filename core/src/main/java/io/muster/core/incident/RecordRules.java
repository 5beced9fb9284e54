package io.muster.core.incident;

import io.muster.core.Phrase;

/** What is written down: updates, notes, the channel. */
final class RecordRules {
    private RecordRules() {}

    static Decision update(Incident incident, IncidentCommand.PostUpdate command) {
        if (incident.status().isOver()) {
            return LifecycleRules.over(incident);
        }
        if (command.known().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say what you know now: ").code("/incident update <text>").say("."));
        }
        return Decision.accept(
                new IncidentEvent.UpdatePosted(
                        incident.updates().count() + 1,
                        command.known(),
                        command.doing(),
                        command.need()));
    }

    static Decision note(IncidentCommand.AddNote command) {
        if (command.text().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say what to note: ").code("/incident note <text>").say("."));
        }
        return Decision.accept(new IncidentEvent.NoteAdded(command.text()));
    }

    static Decision room(Incident incident, IncidentCommand.RecordRoom command) {
        if (incident.room().filter(r -> r.channel().equals(command.channel())).isPresent()) {
            return Decision.refuse("That channel is recorded already.");
        }
        return Decision.accept(new IncidentEvent.RoomOpened(command.channel(), command.name()));
    }

    static Decision roomRefused(Incident incident, IncidentCommand.RecordRoomRefused command) {
        if (incident.room().isPresent()) {
            return Decision.refuse("There is a channel by now.");
        }
        return Decision.accept(new IncidentEvent.RoomRefused(command.reason()));
    }
}
