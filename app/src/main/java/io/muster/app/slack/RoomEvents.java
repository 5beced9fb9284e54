package io.muster.app.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelDeletedEvent;
import com.slack.api.model.event.ChannelRenameEvent;
import com.slack.api.model.event.ChannelUnarchiveEvent;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.GroupDeletedEvent;
import com.slack.api.model.event.GroupRenameEvent;
import com.slack.api.model.event.GroupUnarchiveEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;

import io.muster.core.PersonId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What Slack tells of a channel itself and of those who leave it, taken apart. Private channels
 * have events of their own, called {@code group_…}.
 */
final class RoomEvents {
    private final Predicate<@Nullable String> isForeign;
    private final SlackDoor.Arrivals arrivals;

    /**
     * @param isForeign whether an event of this workspace is not for us
     */
    RoomEvents(Predicate<@Nullable String> isForeign, SlackDoor.Arrivals arrivals) {
        this.isForeign = isForeign;
        this.arrivals = arrivals;
    }

    void listen(App bolt) {
        bolt.event(
                MemberLeftChannelEvent.class,
                (payload, context) -> {
                    var event = payload.getEvent();
                    return heard(
                            payload.getTeamId(),
                            () ->
                                    arrivals.left(
                                            Deliveries.event(payload.getEventId(), event.getUser()),
                                            event.getChannel(),
                                            at(event.getEventTs())));
                });
        open(bolt);
        closed(bolt);
    }

    private void open(App bolt) {
        bolt.event(
                ChannelArchiveEvent.class,
                (payload, context) ->
                        changed(
                                payload,
                                payload.getEvent().getChannel(),
                                new RoomChange.Archived(person(payload.getEvent().getUser()))));
        bolt.event(
                ChannelUnarchiveEvent.class,
                (payload, context) ->
                        changed(
                                payload,
                                payload.getEvent().getChannel(),
                                new RoomChange.Unarchived()));
        bolt.event(
                ChannelDeletedEvent.class,
                (payload, context) ->
                        changed(
                                payload,
                                payload.getEvent().getChannel(),
                                new RoomChange.Deleted(person(payload.getEvent().getActorId()))));
        bolt.event(
                ChannelRenameEvent.class,
                (payload, context) ->
                        changed(
                                payload,
                                payload.getEvent().getChannel().getId(),
                                new RoomChange.Renamed(payload.getEvent().getChannel().getName())));
    }

    private void closed(App bolt) {
        bolt.event(
                GroupArchiveEvent.class,
                (payload, context) ->
                        changed(
                                payload,
                                payload.getEvent().getChannel(),
                                new RoomChange.Archived(person(payload.getEvent().getUser()))));
        bolt.event(
                GroupUnarchiveEvent.class,
                (payload, context) ->
                        changed(
                                payload,
                                payload.getEvent().getChannel(),
                                new RoomChange.Unarchived()));
        bolt.event(
                GroupDeletedEvent.class,
                (payload, context) ->
                        changed(
                                payload,
                                payload.getEvent().getChannel(),
                                new RoomChange.Deleted(person(payload.getEvent().getActorId()))));
        bolt.event(
                GroupRenameEvent.class,
                (payload, context) ->
                        changed(
                                payload,
                                payload.getEvent().getChannel().getId(),
                                new RoomChange.Renamed(payload.getEvent().getChannel().getName())));
    }

    private static Optional<PersonId> person(@Nullable String user) {
        return Optional.ofNullable(user).filter(u -> !u.isBlank()).map(PersonId::new);
    }

    /** Slack names its events by the time at which they happened, to the microsecond. */
    static Instant at(@Nullable String eventTs) {
        if (eventTs == null || !eventTs.matches("\\d{1,11}\\.\\d{6}")) {
            return Instant.EPOCH;
        }
        String[] parts = eventTs.split("\\.", 2);
        return Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1_000);
    }

    private Response changed(EventsApiPayload<?> payload, String channel, RoomChange change) {
        return heard(
                payload.getTeamId(),
                () ->
                        arrivals.roomChanged(
                                Deliveries.event(payload.getEventId()), channel, change));
    }

    private Response heard(@Nullable String team, Runnable what) {
        if (!isForeign.test(team)) {
            what.run();
        }
        return Response.ok();
    }
}
