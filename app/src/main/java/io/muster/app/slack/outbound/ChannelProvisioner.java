package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.bookmarks.BookmarksAddRequest;
import com.slack.api.methods.request.bookmarks.BookmarksListRequest;
import com.slack.api.methods.request.conversations.ConversationsCreateRequest;
import com.slack.api.methods.request.conversations.ConversationsInviteRequest;
import com.slack.api.methods.request.conversations.ConversationsSetTopicRequest;
import com.slack.api.methods.request.pins.PinsAddRequest;

import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.Knock;
import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.Room;
import io.muster.db.Archive;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.room.RoomTable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the incident's channel a place to work in: opens it, brings people, topic, pin, links. */
final class ChannelProvisioner {
    private static final Deed NAME_TAKEN = new Deed.Hopeless("name_taken");
    private static final int NAMES = 20;
    private static final int PEOPLE_A_CALL = 100;

    private final SlackCaller caller;
    private final SlackIdentity identity;
    private final IncidentDesk desk;
    private final Archive archive;
    private final RoomTable rooms;

    ChannelProvisioner(
            SlackCaller caller,
            SlackIdentity identity,
            IncidentDesk desk,
            Archive archive,
            RoomTable rooms) {
        this.caller = caller;
        this.identity = identity;
        this.desk = desk;
        this.archive = archive;
        this.rooms = rooms;
    }

    /** Opens the channel, under the first of its names that is free, and reports it to the desk. */
    Deed open(OutboxItem item, Incident incident) {
        if (incident.room().isPresent()) {
            return new Deed.Needless("the channel is open");
        }
        for (int attempt = 1; attempt <= NAMES; attempt++) {
            String name = ChannelName.of(incident, attempt);
            Deed deed = create(item, incident, name);
            if (!deed.equals(NAME_TAKEN)) {
                return deed;
            }
            Optional<Deed> settled =
                    item.doubtful()
                            ? madeByAnEarlierAttempt(item, incident, name)
                            : Optional.empty();
            if (settled.isPresent()) {
                return settled.get();
            }
        }
        return refuse(item, incident, "all its names are taken");
    }

    /** Brings people in; one who cannot come does not keep the others out. */
    Deed bring(OutboxItem item, Room room, List<PersonId> people) {
        List<PersonId> guests = people.stream().filter(p -> !identity.isUs(p)).toList();
        for (int from = 0; from < guests.size(); from += PEOPLE_A_CALL) {
            List<PersonId> some =
                    guests.subList(from, Math.min(guests.size(), from + PEOPLE_A_CALL));
            Deed deed = invite(item, room, some);
            if (!(deed instanceof Deed.Done)) {
                return deed;
            }
        }
        return Deed.done();
    }

    Deed setTopic(OutboxItem item, Room room, String topic) {
        ConversationsSetTopicRequest request =
                ConversationsSetTopicRequest.builder().channel(room.channel()).topic(topic).build();
        return caller.call(
                item,
                "conversations.setTopic",
                RequestFormBuilder.toForm(request),
                ok -> Deed.done(),
                no -> SlackCaller.refused(item, no));
    }

    Deed pin(OutboxItem item, String channel, String ts) {
        PinsAddRequest request = PinsAddRequest.builder().channel(channel).timestamp(ts).build();
        return caller.call(
                item,
                "pins.add",
                RequestFormBuilder.toForm(request),
                ok -> Deed.done(),
                no ->
                        no.error().equals("already_pinned")
                                ? Deed.done()
                                : SlackCaller.refused(item, no));
    }

    /** Adds the links that are not there yet; looking first makes a second attempt harmless. */
    Deed bookmark(OutboxItem item, Room room, Map<String, String> links) {
        Set<String> present = item.attempts() > 1 ? bookmarked(room) : Set.of();
        for (Map.Entry<String, String> link : links.entrySet()) {
            if (present.contains(link.getKey())) {
                continue;
            }
            BookmarksAddRequest request =
                    BookmarksAddRequest.builder()
                            .channelId(room.channel())
                            .title(link.getKey())
                            .type("link")
                            .link(link.getValue())
                            .build();
            Deed deed =
                    caller.call(
                            item,
                            "bookmarks.add",
                            RequestFormBuilder.toForm(request),
                            ok -> Deed.done(),
                            no -> SlackCaller.refused(item, no));
            if (!(deed instanceof Deed.Done)) {
                return deed;
            }
        }
        return Deed.done();
    }

    private Deed create(OutboxItem item, Incident incident, String name) {
        ConversationsCreateRequest request =
                ConversationsCreateRequest.builder()
                        .name(name)
                        .isPrivate(incident.header().isPrivate())
                        .build();
        return caller.call(
                item,
                "conversations.create",
                RequestFormBuilder.toForm(request),
                ok -> report(item, incident, room(ok, name)),
                no ->
                        switch (no.error()) {
                            case "name_taken" -> NAME_TAKEN;
                            case "restricted_action",
                                    "no_permission",
                                    "cannot_create_channel",
                                    "user_is_restricted" ->
                                    refuse(
                                            item,
                                            incident,
                                            "this workspace does not let apps open channels ("
                                                    + no.error()
                                                    + ")");
                            default -> judged(item, incident, SlackCaller.refused(item, no));
                        });
    }

    private Deed judged(OutboxItem item, Incident incident, Deed deed) {
        return deed instanceof Deed.Hopeless(String reason) ? refuse(item, incident, reason) : deed;
    }

    private Deed report(OutboxItem item, Incident incident, Room room) {
        desk.handle(
                incident.id(),
                new IncidentCommand.RecordRoom(room.channel(), room.name()),
                Knock.ofTheOutbox(item.id()));
        return Deed.done();
    }

    private Deed refuse(OutboxItem item, Incident incident, String reason) {
        desk.handle(
                incident.id(),
                new IncidentCommand.RecordRoomRefused(reason),
                Knock.ofTheOutbox(item.id()));
        return new Deed.Hopeless(reason);
    }

    /**
     * The answer to an earlier attempt was lost: is the channel of this name the one it made? Empty
     * if it certainly is not; while Slack cannot tell, no second channel is opened.
     */
    private Optional<Deed> madeByAnEarlierAttempt(OutboxItem item, Incident incident, String name) {
        return switch (ChannelSearch.find(caller, channel -> isOurs(channel, name))) {
            case ChannelSearch.Sought.Found(JsonObject channel) ->
                    Optional.of(
                            report(
                                    item,
                                    incident,
                                    new Room(ChannelSearch.text(channel, "id"), name)));
            case ChannelSearch.Sought.NotThere ignored -> Optional.empty();
            case ChannelSearch.Sought.NotNow(Duration pause) ->
                    Optional.of(
                            new Deed.Doubtful(
                                    pause, "looking whether #" + name + " is ours", false));
        };
    }

    private boolean isOurs(JsonObject channel, String name) {
        return ChannelSearch.text(channel, "name").equals(name)
                && identity.isUs(new PersonId(creator(channel)))
                && isNobodysRoom(ChannelSearch.text(channel, "id"));
    }

    private static String creator(JsonObject channel) {
        String creator = ChannelSearch.text(channel, "creator");
        return creator.isBlank() ? "nobody" : creator;
    }

    private boolean isNobodysRoom(String channel) {
        return archive.transact(tx -> rooms.incidentOf(tx, channel)).isEmpty();
    }

    private Deed invite(OutboxItem item, Room room, List<PersonId> people) {
        List<String> ids = new ArrayList<>(people.stream().map(PersonId::value).toList());
        ConversationsInviteRequest request =
                ConversationsInviteRequest.builder()
                        .channel(room.channel())
                        .users(ids)
                        .force(true)
                        .build();
        return caller.call(
                item,
                "conversations.invite",
                RequestFormBuilder.toForm(request),
                ok -> Deed.done(),
                no -> oneByOneIfOneOfThemWasTheReason(item, room, people, no));
    }

    private Deed oneByOneIfOneOfThemWasTheReason(
            OutboxItem item, Room room, List<PersonId> people, SlackAnswer.No no) {
        return switch (no.error()) {
            case "already_in_channel",
                    "cant_invite_self",
                    "cant_invite",
                    "user_not_found",
                    "user_is_restricted",
                    "user_is_ultra_restricted",
                    "ura_max_channels",
                    "users_not_found",
                    "no_user",
                    "org_user_not_in_team",
                    "invitee_cant_see_channel" -> {
                if (people.size() == 1) {
                    yield Deed.done();
                }
                for (PersonId person : people) {
                    Deed deed = invite(item, room, List.of(person));
                    if (!(deed instanceof Deed.Done)) {
                        yield deed;
                    }
                }
                yield Deed.done();
            }
            default -> SlackCaller.refused(item, no);
        };
    }

    private Set<String> bookmarked(Room room) {
        BookmarksListRequest request =
                BookmarksListRequest.builder().channelId(room.channel()).build();
        SlackAnswer answer = caller.look("bookmarks.list", RequestFormBuilder.toForm(request));
        Set<String> titles = new HashSet<>();
        if (answer instanceof SlackAnswer.Ok ok
                && ok.body().get("bookmarks") instanceof JsonArray bookmarks) {
            bookmarks.forEach(b -> titles.add(ChannelSearch.text(b.getAsJsonObject(), "title")));
        }
        return titles;
    }

    /** What Slack returned counts, not what we asked for. */
    private static Room room(SlackAnswer.Ok ok, String asked) {
        return new Room(
                ok.text("channel", "id").or(() -> ok.text("channel")).orElseThrow(),
                ok.text("channel", "name").orElse(asked));
    }
}
