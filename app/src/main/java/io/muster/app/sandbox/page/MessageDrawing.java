package io.muster.app.sandbox.page;

import io.muster.app.sandbox.client.SlackClient;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.MessageJson;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.Ts;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.text.BlockText;
import io.muster.app.sandbox.text.Mrkdwn;
import io.muster.app.sandbox.text.PlainText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Messages as one reader sees them. */
final class MessageDrawing {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);

    private final SlackClient client;
    private final Team team;
    private final User reader;
    private final Ink ink;
    private final BlockDrawing blocks;
    private final ElementDrawing elements;

    MessageDrawing(SlackClient client, User reader) {
        this.client = client;
        this.team = client.team();
        this.reader = reader;
        this.ink = new Ink(team, reader);
        PlainText words = new PlainText(team.names(), reader.zone(), team.now());
        this.elements = new ElementDrawing(reader, ink, client.choices(), words);
        this.blocks = new BlockDrawing(ink, elements);
    }

    Ink ink() {
        return ink;
    }

    BlockDrawing blocks() {
        return blocks;
    }

    ElementDrawing elements() {
        return elements;
    }

    ObjectNode draw(Conversation in, Post post) {
        ZonedDateTime at = Ts.instant(post.ts()).atZone(reader.zone());
        ObjectNode drawn =
                Json.object()
                        .put("ts", post.ts())
                        .put("channel", in.id())
                        .put("time", TIME.format(at))
                        .put("day", day(at))
                        .put("moment", Ts.instant(post.ts()).toEpochMilli())
                        .put("mine", post.author().equals(reader.id()))
                        .put("calls", post.notified().contains(reader.id()))
                        .put("ephemeral", post.isEphemeral())
                        .put("system", post.isSystem())
                        .put("reply", post.isReply())
                        .put("edited", post.body().has("edited"))
                        .put("permalink", MessageJson.permalink(team, in, post));
        drawn.set("author", author(post));
        body(in, post, drawn);
        attachments(in, post, drawn);
        files(post, drawn);
        reactions(post, drawn);
        pinned(in, post, drawn);
        thread(in, post, drawn);
        return drawn;
    }

    private String day(ZonedDateTime at) {
        LocalDate today = team.now().atZone(reader.zone()).toLocalDate();
        if (at.toLocalDate().equals(today)) {
            return "Today";
        }
        return at.toLocalDate().equals(today.minusDays(1)) ? "Yesterday" : DAY.format(at);
    }

    private ObjectNode author(Post post) {
        ObjectNode face = Faces.of(team.users().get(post.author()));
        if (Json.has(post.body(), "username")) {
            face.put("name", Json.text(post.body(), "username"));
        }
        return face;
    }

    private void body(Conversation in, Post post, ObjectNode drawn) {
        if (post.blocks().isEmpty()) {
            drawn.set("text", ink.passages(Mrkdwn.parse(post.text())));
        } else {
            drawn.set(
                    "blocks", blocks.draw(post.blocks(), client.actions().form(reader, in, post)));
        }
    }

    private void attachments(Conversation in, Post post, ObjectNode drawn) {
        ArrayNode attachments = drawn.putArray("attachments");
        for (JsonNode attachment : Json.list(post.body(), "attachments")) {
            ObjectNode one =
                    Json.object()
                            .put("color", Json.text(attachment, "color"))
                            .put("title", Json.text(attachment, "title"))
                            .put("url", Json.text(attachment, "title_link"));
            List<JsonNode> inside = Json.list(attachment, "blocks");
            if (inside.isEmpty()) {
                one.set("text", ink.passages(Mrkdwn.parse(Json.text(attachment, "text"))));
            } else {
                one.set("blocks", blocks.draw(inside, client.actions().form(reader, in, post)));
            }
            attachments.add(one);
        }
    }

    private void files(Post post, ObjectNode drawn) {
        ArrayNode files = drawn.putArray("files");
        for (JsonNode file : Json.list(post.body(), "files")) {
            team.files()
                    .find(Json.text(file, "id"))
                    .ifPresent(found ->
                            files.add(
                                    Json.object()
                                            .put("id", found.id())
                                            .put("name", found.title())
                                            .put("alt", found.alt())
                                            .put("type", Json.text(file, "pretty_type"))
                                            .put("mime", Json.text(file, "mimetype"))
                                            .put("size", found.length())));
        }
    }

    private void reactions(Post post, ObjectNode drawn) {
        ArrayNode reactions = drawn.putArray("reactions");
        for (Map.Entry<String, Set<String>> each : post.reactions().entrySet()) {
            List<String> names = each.getValue().stream().map(team.names()::user).toList();
            reactions.add(
                    Ink.emoji(each.getKey())
                            .put("count", each.getValue().size())
                            .put("mine", each.getValue().contains(reader.id()))
                            .put("who", String.join(", ", names)));
        }
    }

    private void pinned(Conversation in, Post post, ObjectNode drawn) {
        in.pins().stream()
                .filter(pin -> pin.ts().equals(post.ts()))
                .findFirst()
                .ifPresent(pin -> drawn.put("pinnedBy", team.names().user(pin.by())));
    }

    private void thread(Conversation in, Post post, ObjectNode drawn) {
        List<Post> replies = post.isReply() ? List.of() : in.repliesTo(post.ts());
        if (replies.isEmpty()) {
            return;
        }
        ObjectNode thread =
                drawn.putObject("thread")
                        .put("count", replies.size())
                        .put(
                                "last",
                                TIME.format(
                                        Ts.instant(replies.getLast().ts()).atZone(reader.zone())));
        ArrayNode faces = thread.putArray("faces");
        replies.stream()
                .map(Post::author)
                .distinct()
                .limit(4)
                .forEach(author -> faces.add(Faces.of(team.users().get(author))));
    }

    ArrayNode plain(String mrkdwn) {
        return ink.passages(Mrkdwn.parse(mrkdwn));
    }

    ArrayNode text(JsonNode object) {
        return ink.passages(BlockText.text(object));
    }
}
