package io.muster.app.slack.outbound;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.SlackJson;
import io.muster.app.slack.incident.Announcement;
import io.muster.app.slack.incident.IncidentCard;
import io.muster.app.slack.incident.Topic;
import io.muster.app.slack.review.ReviewMessages;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Room;
import io.muster.core.notice.Effect;
import io.muster.db.Archive;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.outbox.SurfaceTable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the card, the announcement, the topic and the links showing what is true now. */
final class SurfaceKeeper {
    private final MessagePoster poster;
    private final ChannelProvisioner provisioner;
    private final AnnounceChannel announceChannel;
    private final DocumentKeeper document;
    private final SlackIdentity identity;
    private final Archive archive;
    private final SurfaceTable surfaces;

    SurfaceKeeper(
            MessagePoster poster,
            ChannelProvisioner provisioner,
            AnnounceChannel announceChannel,
            DocumentKeeper document,
            SlackIdentity identity,
            Archive archive) {
        this.poster = poster;
        this.provisioner = provisioner;
        this.announceChannel = announceChannel;
        this.document = document;
        this.identity = identity;
        this.archive = archive;
        this.surfaces = new SurfaceTable();
    }

    Deed show(OutboxItem item, Effect.Surface surface, IncidentView view) {
        return switch (surface) {
            case CARD -> card(item, view);
            case PIN -> pin(item, view);
            case ANNOUNCEMENT -> announcement(item, view);
            case TOPIC -> topic(item, view);
            case BOOKMARKS -> bookmarks(item, view);
            case DOCUMENT -> document.show(item, view);
            case POST_MORTEM -> postMortem(item, view);
            case CALLS -> new CallKeeper(archive, poster).show(item, view);
        };
    }

    private Deed card(OutboxItem item, IncidentView view) {
        Optional<Room> room = view.incident().room();
        return room.isEmpty()
                ? new Deed.Needless("there is no channel")
                : keep(
                        item,
                        Effect.Surface.CARD,
                        IncidentCard.of(view),
                        message -> poster.post(item, room.get().channel(), message));
    }

    private Deed pin(OutboxItem item, IncidentView view) {
        return standing(view.incident().id(), Effect.Surface.CARD)
                .map(card -> provisioner.pin(item, card.channel(), card.ts()))
                .orElseGet(() -> new Deed.Needless("there is no card to pin"));
    }

    private Deed announcement(OutboxItem item, IncidentView view) {
        if (view.incident().header().isPrivate()) {
            return new Deed.Needless("a private incident is not announced");
        }
        return keep(
                item,
                Effect.Surface.ANNOUNCEMENT,
                Announcement.of(view),
                message -> announce(item, message));
    }

    private Deed postMortem(OutboxItem item, IncidentView view) {
        if (view.incident().header().isPrivate() || !view.incident().dossier().review().shared()) {
            return new Deed.Needless("there is no post-mortem to share");
        }
        return keep(
                item,
                Effect.Surface.POST_MORTEM,
                ReviewMessages.shared(view),
                message -> announce(item, message));
    }

    /** Posts where incidents are announced. */
    Deed announce(OutboxItem item, Message message) {
        if (item.doubtful() && !announceChannel.isResolved()) {
            Deed found = announceChannel.find(item);
            if (!(found instanceof Deed.Done)) {
                return found;
            }
        }
        Deed deed =
                poster.post(
                        item,
                        announceChannel.address(),
                        message,
                        no ->
                                switch (no.error()) {
                                    case "channel_not_found", "not_in_channel" -> NOT_THERE;
                                    default -> SlackCaller.refused(item, no);
                                });
        if (deed.equals(NOT_THERE)) {
            Deed found = announceChannel.find(item);
            deed =
                    found instanceof Deed.Done
                            ? poster.post(item, announceChannel.address(), message)
                            : found;
        }
        if (deed instanceof Deed.Done(Optional<String> channel, Optional<String> ignored)) {
            channel.filter(c -> !c.startsWith("#")).ifPresent(announceChannel::learn);
        }
        return deed;
    }

    private static final Deed NOT_THERE = new Deed.Hopeless("not there");

    private Deed topic(OutboxItem item, IncidentView view) {
        Optional<Room> room = view.incident().room();
        if (room.isEmpty()) {
            return new Deed.Needless("there is no channel");
        }
        String topic = Topic.of(view);
        String shown = Fingerprint.of(topic);
        boolean same =
                standing(view.incident().id(), Effect.Surface.TOPIC)
                        .filter(s -> s.shown().equals(shown))
                        .isPresent();
        if (same) {
            return new Deed.Needless("it says so already");
        }
        Deed deed = provisioner.setTopic(item, room.get(), topic);
        if (deed instanceof Deed.Done) {
            remember(
                    view.incident().id(),
                    Effect.Surface.TOPIC,
                    new SurfaceTable.Standing(room.get().channel(), "", shown));
        }
        return deed;
    }

    private Deed bookmarks(OutboxItem item, IncidentView view) {
        Optional<Room> room = view.incident().room();
        Map<String, String> links = new LinkedHashMap<>();
        link(view, Effect.Surface.ANNOUNCEMENT).ifPresent(l -> links.put("Announcement", l));
        return room.isEmpty() || links.isEmpty()
                ? new Deed.Needless("there is nothing to link")
                : provisioner.bookmark(item, room.get(), links);
    }

    private Optional<String> link(IncidentView view, Effect.Surface surface) {
        Optional<String> base =
                identity.known()
                        .map(SlackIdentity.Known::url)
                        .filter(url -> url.startsWith("http"));
        return base.flatMap(url ->
                standing(view.incident().id(), surface)
                        .map(s ->
                                (url.endsWith("/") ? url : url + "/")
                                        + "archives/"
                                        + s.channel()
                                        + "/p"
                                        + s.ts().replace(".", "")));
    }

    private interface Post {
        Deed post(Message message);
    }

    /** Posts it the first time, edits it from then on; posts anew if somebody deleted it. */
    private Deed keep(OutboxItem item, Effect.Surface surface, Message message, Post post) {
        String shown = Fingerprint.of(message.text() + SlackJson.of(message.blocks()));
        Optional<SurfaceTable.Standing> standing = standing(item.incident(), surface);
        if (standing.filter(s -> s.shown().equals(shown)).isPresent()) {
            return new Deed.Needless("it shows that already");
        }
        Deed deed =
                standing.isPresent()
                        ? poster.edit(
                                item,
                                standing.get().channel(),
                                standing.get().ts(),
                                message,
                                no ->
                                        GONE.contains(no.error())
                                                ? IS_GONE
                                                : SlackCaller.refused(item, no))
                        : post.post(message);
        if (deed.equals(IS_GONE)) {
            deed = post.post(message);
        }
        if (deed instanceof Deed.Done(Optional<String> channel, Optional<String> ts)
                && channel.isPresent()
                && ts.isPresent()) {
            remember(
                    item.incident(),
                    surface,
                    new SurfaceTable.Standing(channel.get(), ts.get(), shown));
        }
        return deed;
    }

    private static final java.util.Set<String> GONE =
            java.util.Set.of("message_not_found", "cant_update_message", "edit_window_closed");
    private static final Deed IS_GONE = new Deed.Hopeless("the message is gone");

    private Optional<SurfaceTable.Standing> standing(IncidentId incident, Effect.Surface surface) {
        return archive.transact(tx -> surfaces.find(tx, incident, surface));
    }

    private void remember(
            IncidentId incident, Effect.Surface surface, SurfaceTable.Standing standing) {
        archive.run(tx -> surfaces.put(tx, incident, surface, standing));
    }
}
