package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A message as it stands in a conversation. Guarded by the team's lock. */
public final class Post {
    private final String channelId;
    private final String ts;
    private final String author;
    private final boolean byApp;
    private final String onlyFor;
    private final Map<String, Set<String>> reactions = new LinkedHashMap<>();
    private final Set<String> notified = new LinkedHashSet<>();
    private ObjectNode body;
    private @Nullable ObjectNode metadata;
    private long revision;

    /** {@code onlyFor} names the one person who sees an ephemeral message; else it is empty. */
    Post(String channelId, String ts, Actor author, String onlyFor, ObjectNode body) {
        this.channelId = channelId;
        this.ts = ts;
        this.author = author.userId();
        this.byApp = author.isApp();
        this.onlyFor = onlyFor;
        this.body = body;
    }

    public String channelId() {
        return channelId;
    }

    public String ts() {
        return ts;
    }

    public String author() {
        return author;
    }

    public boolean byApp() {
        return byApp;
    }

    public boolean isEphemeral() {
        return !onlyFor.isEmpty();
    }

    public String onlyFor() {
        return onlyFor;
    }

    /** The fields that do not depend on who looks: text, blocks, attachments, files, edited. */
    public ObjectNode body() {
        return body;
    }

    public String text() {
        return Json.text(body, "text");
    }

    public List<JsonNode> blocks() {
        return Json.list(body, "blocks");
    }

    /** Its own blocks and those of its attachments. */
    public List<JsonNode> everyBlock() {
        return Stream.concat(
                        blocks().stream(),
                        Json.stream(body, "attachments")
                                .flatMap(attachment -> Json.stream(attachment, "blocks")))
                .toList();
    }

    public String subtype() {
        return Json.text(body, "subtype");
    }

    public String threadTs() {
        return Json.text(body, "thread_ts");
    }

    public boolean isReply() {
        return !threadTs().isEmpty() && !threadTs().equals(ts);
    }

    public boolean isReplyTo(String parentTs) {
        return isReply() && threadTs().equals(parentTs);
    }

    /** Whether the message shows in the channel itself, and not only in a thread. */
    public boolean isInChannel() {
        return !isReply() || subtype().equals("thread_broadcast");
    }

    /** A line that Slack wrote about something that happened. */
    public boolean isSystem() {
        return Set.of(
                        "channel_join",
                        "channel_leave",
                        "channel_topic",
                        "channel_purpose",
                        "channel_name",
                        "channel_archive",
                        "channel_unarchive",
                        "channel_convert_to_private",
                        "pinned_item")
                .contains(subtype());
    }

    public @Nullable ObjectNode metadata() {
        return metadata;
    }

    public Map<String, Set<String>> reactions() {
        return reactions;
    }

    /** Whom the message notified when it was sent; an edit notifies nobody. */
    public Set<String> notified() {
        return notified;
    }

    /** Grows with each change, so that a page knows what to draw again. */
    public long revision() {
        return revision;
    }

    void metadata(@Nullable ObjectNode value) {
        metadata = value;
    }

    void replace(ObjectNode newBody) {
        body = newBody;
        revision++;
    }

    void touched() {
        revision++;
    }
}
