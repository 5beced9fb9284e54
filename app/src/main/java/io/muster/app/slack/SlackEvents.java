package io.muster.app.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.event.ReactionRemovedEvent;
import com.slack.api.model.event.UserChangeEvent;

import io.muster.core.PersonId;
import io.muster.core.talk.Spot;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Predicate;

/** What Slack tells of its own accord, taken apart for those who listen. */
final class SlackEvents {
    private final Predicate<@Nullable String> isForeign;
    private final Belonging belonging;
    private final SlackDoor.Arrivals arrivals;

    /**
     * @param isForeign whether an event of this workspace is not for us
     */
    SlackEvents(
            Predicate<@Nullable String> isForeign,
            Belonging belonging,
            SlackDoor.Arrivals arrivals) {
        this.isForeign = isForeign;
        this.belonging = belonging;
        this.arrivals = arrivals;
    }

    /** Listens to everything that the manifest subscribes to. */
    void listen(App bolt) {
        bolt.event(
                MemberJoinedChannelEvent.class,
                (payload, context) -> {
                    var event = payload.getEvent();
                    return heard(
                            payload.getTeamId(),
                            () ->
                                    arrivals.joined(
                                            Deliveries.event(payload.getEventId(), event.getUser()),
                                            event.getChannel(),
                                            RoomEvents.at(event.getEventTs())));
                });
        bolt.event(
                AppHomeOpenedEvent.class,
                (payload, context) ->
                        heard(
                                payload.getTeamId(),
                                () -> {
                                    String user = payload.getEvent().getUser();
                                    belonging.meet(new PersonId(user));
                                    arrivals.openedHome(
                                            Deliveries.event(payload.getEventId(), user));
                                }));
        bolt.event(
                UserChangeEvent.class,
                (payload, context) -> {
                    var user = payload.getEvent().getUser();
                    return heard(
                            payload.getTeamId(),
                            () -> {
                                belonging.changed(new PersonId(user.getId()), user.isRestricted());
                                arrivals.accountChanged(
                                        Deliveries.event(payload.getEventId(), user.getId()),
                                        !user.isDeleted());
                            });
                });
        talk(bolt);
    }

    private void talk(App bolt) {
        bolt.event(
                AppMentionEvent.class,
                (payload, context) -> {
                    var event = payload.getEvent();
                    if (event.getBotId() != null || event.getUser() == null) {
                        return Response.ok();
                    }
                    return heard(
                            payload.getTeamId(),
                            () ->
                                    arrivals.mentioned(
                                            Deliveries.event(payload.getEventId(), event.getUser()),
                                            new Spot(
                                                    event.getChannel(),
                                                    event.getTs(),
                                                    Optional.ofNullable(event.getThreadTs()))));
                });
        bolt.event(
                ReactionAddedEvent.class,
                (payload, context) -> {
                    var event = payload.getEvent();
                    return reacted(
                            payload.getTeamId(),
                            payload.getEventId(),
                            event.getUser(),
                            new Reaction(
                                    event.getItem().getChannel(),
                                    event.getItem().getTs(),
                                    event.getReaction(),
                                    true));
                });
        bolt.event(
                ReactionRemovedEvent.class,
                (payload, context) -> {
                    var event = payload.getEvent();
                    return reacted(
                            payload.getTeamId(),
                            payload.getEventId(),
                            event.getUser(),
                            new Reaction(
                                    event.getItem().getChannel(),
                                    event.getItem().getTs(),
                                    event.getReaction(),
                                    false));
                });
    }

    private record Reaction(
            @Nullable String channel, @Nullable String ts, String emoji, boolean added) {}

    /** Emoji can stand on files as well, which have no place in a channel. */
    private Response reacted(@Nullable String team, String id, String user, Reaction reaction) {
        String channel = reaction.channel();
        String ts = reaction.ts();
        if (channel == null || ts == null) {
            return Response.ok();
        }
        return heard(
                team,
                () ->
                        arrivals.reacted(
                                Deliveries.event(id, user),
                                new Spot(channel, ts, Optional.empty()),
                                reaction.emoji(),
                                reaction.added()));
    }

    private Response heard(@Nullable String team, Runnable what) {
        if (!isForeign.test(team)) {
            what.run();
        }
        return Response.ok();
    }
}
