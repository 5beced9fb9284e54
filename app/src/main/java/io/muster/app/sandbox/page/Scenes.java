package io.muster.app.sandbox.page;

import io.muster.app.sandbox.client.SlackClient;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.manifest.Manifest;
import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Canvas;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;
import io.muster.app.sandbox.text.Emoji;
import io.muster.app.sandbox.text.Escapes;
import io.muster.app.sandbox.text.Markdown;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the page shows, one scene at a time, as one person sees it. */
final class Scenes {
    private static final int SHOWN = 200;

    private final SlackClient client;
    private final Team team;
    private final Setting setting;

    Scenes(SlackClient client, Setting setting) {
        this.client = client;
        this.team = client.team();
        this.setting = setting;
    }

    /** What does not change while the page is open. */
    ObjectNode boot() {
        ObjectNode boot =
                Json.object()
                        .put("workspace", team.name())
                        .put("appName", team.manifest().appName())
                        .put("appAbout", team.manifest().description())
                        .put("homeTab", team.manifest().homeTab())
                        .put("readOnly", team.manifest().messagesTabReadOnly());
        boot.set("app", Faces.of(team.app().botUser()));
        ArrayNode people = boot.putArray("people");
        team.users().people().forEach(user -> people.add(Faces.of(user)));
        ArrayNode groups = boot.putArray("groups");
        team.usergroups()
                .all()
                .forEach(group ->
                        groups.add(
                                Json.object()
                                        .put("handle", group.handle())
                                        .put("name", group.name())));
        boot.set("commands", commands());
        boot.set("shortcuts", shortcuts());
        boot.set("controls", controls());
        boot.set("suggestions", Json.array(setting.suggestions()));
        User anybody = team.users().people().getFirst();
        boot.set(
                "welcome",
                new Ink(team, anybody).passages(Markdown.parse(setting.welcome().get())));
        ObjectNode emoji = boot.putObject("emoji");
        Emoji.all().keySet().forEach(name -> emoji.put(name, Emoji.pictured(":" + name + ":")));
        return boot.put("clock", setting.clock().get().toEpochMilli());
    }

    private ArrayNode commands() {
        ArrayNode commands = Json.array();
        for (Manifest.Command command : team.manifest().commands()) {
            commands.add(
                    Json.object()
                            .put("name", command.name())
                            .put("description", command.description())
                            .put("hint", command.usageHint()));
        }
        return commands;
    }

    private ArrayNode shortcuts() {
        ArrayNode shortcuts = Json.array();
        for (Manifest.Shortcut shortcut : team.manifest().shortcuts()) {
            shortcuts.add(
                    Json.object()
                            .put("name", shortcut.name())
                            .put("callback", shortcut.callbackId())
                            .put("description", shortcut.description())
                            .put("onMessage", shortcut.onMessage()));
        }
        return shortcuts;
    }

    private ArrayNode controls() {
        ArrayNode groups = Json.array();
        for (Setting.Group group : setting.controls()) {
            ObjectNode one = Json.object().put("label", group.label());
            one.set(
                    "buttons",
                    Json.array(group.buttons().stream().map(Setting.Button::label).toList()));
            groups.add(one);
        }
        return groups;
    }

    /** Everything beside the conversation: where one can go and what waits there. */
    ObjectNode side(User reader) {
        Actor actor = Actor.person(reader);
        ObjectNode side = Json.object();
        ArrayNode channels = side.putArray("channels");
        ArrayNode direct = side.putArray("direct");
        team.conversations().imWithApp(reader.id());
        Stream<Conversation> seen =
                team.conversations().all().stream()
                        .filter(each -> team.conversations().visible(each, actor));
        seen.sorted(Comparator.comparing(Conversation::name))
                .forEach(each -> (each.isIm() ? direct : channels).add(entry(reader, each)));
        ArrayNode people = side.putArray("people");
        for (User user : team.users().people()) {
            people.add(Json.object().put("id", user.id()).put("calls", calls(user)));
        }
        return side;
    }

    private ObjectNode entry(User reader, Conversation conversation) {
        ObjectNode entry =
                Json.object()
                        .put("id", conversation.id())
                        .put("name", conversation.name())
                        .put("closed", conversation.isPrivate())
                        .put("archived", conversation.isArchived())
                        .put("joined", conversation.has(reader.id()))
                        .put("members", conversation.members().size())
                        .put("topic", drawn(conversation.topic().value()))
                        .put("calls", team.notifications().unread(reader.id(), conversation));
        conversation.canvasId().ifPresent(canvas -> entry.put("canvas", canvas));
        entry.put(
                "unread",
                conversation.has(reader.id())
                        && team.notifications().hasUnread(reader.id(), conversation));
        if (conversation.isIm()) {
            User partner = team.users().get(conversation.partnerOf(reader.id()));
            entry.set("with", Faces.of(partner));
        }
        return entry;
    }

    private long calls(User user) {
        return team.conversations().all().stream()
                .filter(each -> each.has(user.id()))
                .mapToLong(each -> team.notifications().unread(user.id(), each))
                .sum();
    }

    /** A channel with its latest messages. */
    ObjectNode channel(User reader, String id) {
        Conversation in = visible(reader, id);
        MessageDrawing drawing = new MessageDrawing(client, reader);
        ObjectNode scene = entry(reader, in);
        scene.put("created", in.created())
                .put("purpose", drawn(in.purpose().value()))
                .put("lastRead", in.lastRead(reader.id()))
                .put("welcomes", in.isGeneral());
        scene.set("topicText", drawing.plain(in.topic().value()));
        ArrayNode members = scene.putArray("people");
        in.members().forEach(member -> members.add(Faces.of(team.users().get(member))));
        bookmarks(in, scene);
        ArrayNode pins = scene.putArray("pins");
        in.pins()
                .forEach(pin ->
                        in.post(pin.ts()).ifPresent(post -> pins.add(drawing.draw(in, post))));
        in.canvasId()
                .flatMap(team.canvases()::find)
                .ifPresent(canvas -> scene.set("canvas", canvas(drawing, canvas)));
        ArrayNode messages = scene.putArray("messages");
        shown(reader, in).forEach(post -> messages.add(drawing.draw(in, post)));
        return scene;
    }

    private static Stream<Post> shown(User reader, Conversation in) {
        List<Post> all =
                Stream.concat(
                                in.posts().stream().filter(Post::isInChannel),
                                in.ephemeralsFor(reader.id()).stream()
                                        .filter(post -> !post.isReply()))
                        .sorted(Comparator.comparing(Post::ts))
                        .toList();
        return all.stream().skip(Math.max(0, all.size() - SHOWN));
    }

    private static void bookmarks(Conversation in, ObjectNode scene) {
        ArrayNode bookmarks = scene.putArray("bookmarks");
        in.bookmarks()
                .forEach(bookmark ->
                        bookmarks.add(
                                Json.object()
                                        .put("title", Emoji.drawn(bookmark.title()))
                                        .put("url", bookmark.link())
                                        .put("emoji", Emoji.pictured(bookmark.emoji()))));
    }

    private static ObjectNode canvas(MessageDrawing drawing, Canvas canvas) {
        ObjectNode drawn =
                Json.object().put("title", canvas.title()).put("revision", canvas.revision());
        drawn.set("text", drawing.ink().passages(Markdown.parse(canvas.markdown())));
        return drawn;
    }

    ObjectNode thread(User reader, String id, String ts) {
        Conversation in = visible(reader, id);
        MessageDrawing drawing = new MessageDrawing(client, reader);
        Post parent = in.post(ts).orElseThrow(() -> new SlackError("thread_not_found"));
        ObjectNode scene = Json.object().put("id", id).put("ts", ts).put("name", in.name());
        ArrayNode messages = scene.putArray("messages");
        messages.add(drawing.draw(in, parent));
        in.repliesTo(ts).forEach(post -> messages.add(drawing.draw(in, post)));
        return scene;
    }

    /** The modals that are open, the topmost drawn. */
    ObjectNode modal(User reader) {
        List<View> stack = team.views().stack(reader.id());
        ObjectNode scene = Json.object().put("depth", stack.size());
        if (!stack.isEmpty()) {
            View view = stack.getLast();
            scene.put("id", view.id())
                    .put("hash", view.hash())
                    .put("title", BlockDrawing.plain(view.body().path("title")))
                    .put("submit", BlockDrawing.plain(view.body().path("submit")))
                    .put("close", BlockDrawing.plain(view.body().path("close")));
            scene.set("blocks", drawing(reader).blocks().draw(view.blocks(), view.form()));
        }
        return scene;
    }

    ObjectNode home(User reader) {
        ObjectNode scene = Json.object();
        team.views()
                .home(reader.id())
                .ifPresent(view ->
                        scene.put("id", view.id())
                                .put("hash", view.hash())
                                .set(
                                        "blocks",
                                        drawing(reader).blocks().draw(view.blocks(), view.form())));
        return scene;
    }

    MessageDrawing drawing(User reader) {
        return new MessageDrawing(client, reader);
    }

    private Conversation visible(User reader, String id) {
        return team.conversations().visible(id, Actor.person(reader));
    }

    private static String drawn(String stored) {
        return Emoji.pictured(Escapes.undo(stored));
    }
}
