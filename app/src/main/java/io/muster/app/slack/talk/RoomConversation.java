package io.muster.app.slack.talk;

import io.muster.app.desk.Knock;
import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Delivered;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.RoomChange;
import io.muster.app.slack.Ways;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.RoomCommand;
import io.muster.core.incident.RoomLoss;
import io.muster.core.roster.Actor;
import io.muster.db.delivery.Delivery;
import io.muster.db.journal.Provenance;

import java.util.List;
import java.util.Optional;

/** What people do to an incident's channel, and the way to another one when it was lost. */
public final class RoomConversation implements Conversation {
    private final Reception reception;

    public RoomConversation(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void register(Ways ways) {
        ways.button("open-channel", this::another);
    }

    private Answer another(Pressed pressed) {
        return pressed.incident()
                .map(id ->
                        reception.ask(
                                id,
                                new RoomCommand.OpenAnotherRoom(),
                                pressed.knock(),
                                after ->
                                        Answer.whisper(
                                                "A new channel is being opened. Everybody who works"
                                                        + " on "
                                                        + after.id()
                                                        + " is brought in.")))
                .orElseGet(reception::nothingHere);
    }

    /** Somebody did something to a channel; if it is an incident's, that is noted. */
    public void changed(Delivery delivery, String channel, RoomChange change) {
        note(
                delivery,
                channel,
                switch (change) {
                    case RoomChange.Archived it ->
                            new RoomCommand.RecordRoomLost(channel, RoomLoss.ARCHIVED, it.by());
                    case RoomChange.Deleted it ->
                            new RoomCommand.RecordRoomLost(channel, RoomLoss.DELETED, it.by());
                    case RoomChange.Unarchived ignored -> new RoomCommand.RecordRoomBack(channel);
                    case RoomChange.Renamed it ->
                            new RoomCommand.RecordRoomRenamed(channel, it.name());
                });
    }

    /** Muster came into a channel: perhaps back into one that it missed. */
    public void weCame(Delivered from, String channel) {
        note(from.delivery(), channel, new RoomCommand.RecordRoomBack(channel));
    }

    /** Somebody took Muster out of a channel. */
    public void weLeft(Delivered from, String channel) {
        note(
                from.delivery(),
                channel,
                new RoomCommand.RecordRoomLost(channel, RoomLoss.REMOVED, Optional.empty()));
    }

    /** A refusal is no news: it is known already, or the channel is no longer an incident's. */
    private void note(Delivery delivery, String channel, RoomCommand command) {
        Optional<IncidentId> incident = reception.records().inChannel(channel);
        if (incident.isEmpty()) {
            return;
        }
        Knock knock =
                new Knock(
                        Actor.muster(),
                        new Provenance("event", delivery.key()),
                        Optional.of(delivery));
        Outcome ignored = reception.askAll(incident.get(), List.of(command), knock);
    }
}
