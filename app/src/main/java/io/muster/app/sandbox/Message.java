package io.muster.app.sandbox;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.MessageJson;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.text.BlockText;
import io.muster.app.sandbox.text.Emoji;
import io.muster.app.sandbox.text.Mrkdwn;
import io.muster.app.sandbox.text.PlainText;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A message as it stands now: an edit shows at once, a deletion leaves the last words. */
public final class Message {
    private final Team team;
    private final Conversation in;
    private final Post post;

    Message(Team team, Conversation in, Post post) {
        this.team = team;
        this.in = in;
        this.post = post;
    }

    Conversation conversation() {
        return in;
    }

    Post post() {
        return post;
    }

    public String ts() {
        return post.ts();
    }

    public String channelId() {
        return in.id();
    }

    /** As Slack stores it: escaped, emoji by name. */
    public String text() {
        return team.turn(() -> post.text());
    }

    public JsonNode blocks() {
        return team.turn(() -> Json.arrayOf(post.blocks()).deepCopy());
    }

    public Optional<JsonNode> metadata() {
        return team.turn(() -> Optional.<JsonNode>ofNullable(post.metadata()));
    }

    /** What stands in the files that were shared with it. */
    public List<String> fileTexts() {
        return team.turn(() ->
                Json.list(post.body().path("files")).stream()
                        .flatMap(file -> team.files().find(Json.text(file, "id")).stream())
                        .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                        .toList());
    }

    /** A file that was shared with a message, as whoever opens it finds it. */
    public static final class Shared {
        private final String name;
        private final String title;
        private final String alt;
        private final byte[] content;

        Shared(String name, String title, String alt, byte[] content) {
            this.name = name;
            this.title = title;
            this.alt = alt;
            this.content = content.clone();
        }

        /** What it is called on a disk. */
        public String name() {
            return name;
        }

        /** What stands above it. */
        public String title() {
            return title;
        }

        /** What is read aloud instead of it. */
        public String alt() {
            return alt;
        }

        /** Its bytes. */
        public byte[] content() {
            return content.clone();
        }
    }

    /** The files that were shared with it. */
    public List<Shared> files() {
        return team.turn(() ->
                Json.list(post.body().path("files")).stream()
                        .flatMap(file -> team.files().find(Json.text(file, "id")).stream())
                        .map(f -> new Shared(f.name(), f.title(), f.alt(), f.content()))
                        .toList());
    }

    /** The user id of who wrote it. */
    public String author() {
        return post.author();
    }

    public boolean isFromApp() {
        return post.byApp();
    }

    /** The ts of the message that it replies to; empty when it replies to none. */
    public String threadTs() {
        return post.isReply() ? post.threadTs() : "";
    }

    public boolean isEdited() {
        return team.turn(() -> post.body().has("edited"));
    }

    public boolean isDeleted() {
        return team.turn(() -> !post.isEphemeral() && in.post(post.ts()).isEmpty());
    }

    public boolean isEphemeral() {
        return post.isEphemeral();
    }

    /** A line that Slack wrote: somebody joined, the topic changed. */
    public boolean isSystem() {
        return post.isSystem();
    }

    public String subtype() {
        return team.turn(() -> post.subtype());
    }

    /** What a person would read, blocks and attachments included, with times in UTC. */
    public String plainText() {
        return plainText(ZoneOffset.UTC);
    }

    public String plainText(ZoneId zone) {
        return team.turn(() ->
                new PlainText(team.names(), zone, team.now()).of(BlockText.ofMessage(post.body())));
    }

    /** What a notification or a screen reader says: the text, read as a person would. */
    public String fallback() {
        return team.turn(() ->
                new PlainText(team.names(), ZoneOffset.UTC, team.now())
                        .of(Mrkdwn.parse(post.text())));
    }

    /** The labels of its buttons, in reading order. */
    public List<String> buttons() {
        return team.turn(() -> Labels.buttons(post.everyBlock()));
    }

    /** The labels in its overflow menus. */
    public List<String> menu() {
        return team.turn(() ->
                Elements.interactive(post.everyBlock()).stream()
                        .filter(placed -> placed.type().equals("overflow"))
                        .flatMap(placed -> Elements.options(placed.element()).stream())
                        .map(option -> Emoji.drawn(Json.text(option.path("text"), "text")))
                        .toList());
    }

    public List<String> reactions() {
        return team.turn(() -> List.copyOf(post.reactions().keySet()));
    }

    public List<Message> replies() {
        return team.turn(() ->
                in.repliesTo(post.ts()).stream()
                        .map(reply -> new Message(team, in, reply))
                        .toList());
    }

    public String permalink() {
        return team.turn(() -> MessageJson.permalink(team, in, post));
    }

    /** The whole message as the Web API shows it. */
    public JsonNode json() {
        return team.turn(() -> MessageJson.of(team, in, post, true));
    }

    @Override
    public String toString() {
        return plainText();
    }
}
