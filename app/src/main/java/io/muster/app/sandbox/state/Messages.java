package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.text.BlockText;
import io.muster.app.sandbox.text.Emoji;
import io.muster.app.sandbox.text.PlainText;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.UUID;

/** What is said: posted, whispered, changed, taken back. */
public final class Messages {
    private final Team team;

    Messages(Team team) {
        this.team = team;
    }

    /** Refuses who may not speak here; says what stands in the way as Slack orders it. */
    public void mayPost(Actor by, Conversation in) {
        if (in.isArchived()) {
            throw new SlackError("is_archived");
        }
        if (in.isIm() && in.has(team.app().botUser().id())) {
            refuseClosedTab(by);
        }
        boolean fromOutside =
                by.isApp()
                        && in.kind() == Conversation.Kind.PUBLIC
                        && team.manifest().grants("chat:write.public")
                        && team.manifest().given();
        if (!in.has(by.userId()) && !fromOutside) {
            throw new SlackError("not_in_channel");
        }
    }

    private void refuseClosedTab(Actor by) {
        if (!team.manifest().messagesTab()) {
            throw new SlackError("messages_tab_disabled");
        }
        if (!by.isApp() && team.manifest().messagesTabReadOnly()) {
            throw new SlackError("restricted_action");
        }
    }

    public Post post(Actor by, Conversation in, Draft draft) {
        refuseBadParent(in, draft.threadTs());
        String ts = in.nextTs(Ts.micros(team.now()));
        ObjectNode body = body(by, draft, ts);
        Post post = new Post(in.id(), ts, by, "", body);
        post.metadata(draft.metadata());
        in.put(post);
        if (!draft.threadTs().isEmpty()) {
            in.post(draft.threadTs()).ifPresent(parent -> parentOf(parent, draft.threadTs()));
        }
        team.notifications().onPost(in, post);
        team.events().posted(in, post);
        touch(in);
        return post;
    }

    private static void parentOf(Post parent, String threadTs) {
        parent.body().put("thread_ts", threadTs);
        parent.touched();
    }

    private static void refuseBadParent(Conversation in, String threadTs) {
        if (threadTs.isEmpty()) {
            return;
        }
        boolean parent = in.post(threadTs).filter(post -> !post.isReply()).isPresent();
        if (!parent) {
            throw new SlackError("cannot_reply_to_message");
        }
    }

    /** For one pair of eyes. */
    public Post whisper(Actor by, Conversation in, String userId, Draft draft) {
        String ts = in.nextTs(Ts.micros(team.now()));
        ObjectNode body = body(by, draft, ts).put("is_ephemeral", true);
        Post post = new Post(in.id(), ts, by, userId, body);
        in.whisper(userId, post);
        team.feed().touch(Feed.What.CHANNEL, userId, in.id());
        return post;
    }

    public void dismiss(Conversation in, String userId, String ts) {
        in.unwhisper(userId, ts);
        team.feed().touch(Feed.What.CHANNEL, userId, in.id());
    }

    /** A line that Slack itself writes. */
    Post system(Conversation in, Actor about, String subtype, String words) {
        Draft draft = Draft.of("<@" + about.userId() + "> " + words);
        draft.extras().put("subtype", subtype);
        return post(new Actor(about.userId(), false), in, draft);
    }

    /** Only the app's own messages, and not its whispers: those nobody finds. */
    public Post own(Actor by, Conversation in, String ts, String otherwise) {
        Post post = in.post(ts).orElseThrow(() -> new SlackError("message_not_found"));
        if (!post.author().equals(by.userId()) || post.isSystem()) {
            throw new SlackError(otherwise);
        }
        return post;
    }

    public void update(Conversation in, Post post, Draft draft, boolean keepMetadata) {
        ObjectNode before = MessageJson.of(team, in, post, false);
        ObjectNode body = Json.copy(post.body());
        body.put("text", text(draft));
        putLists(body, draft);
        if (!post.isEphemeral()) {
            body.putObject("edited").put("user", post.author()).put("ts", Ts.of(team.now()));
        }
        post.replace(body);
        if (!keepMetadata) {
            post.metadata(draft.metadata());
        }
        if (!post.isEphemeral()) {
            team.events().changed(in, post, before);
        }
        touch(in);
    }

    /** Replaces the attachments alone, as an unfurl does. */
    public void unfurl(Conversation in, Post post, ObjectNode body) {
        ObjectNode before = MessageJson.of(team, in, post, false);
        post.replace(body);
        team.events().changed(in, post, before);
        touch(in);
    }

    public void delete(Conversation in, Post post) {
        ObjectNode before = MessageJson.of(team, in, post, false);
        if (post.isEphemeral()) {
            dismiss(in, post.onlyFor(), post.ts());
            return;
        }
        in.drop(post.ts());
        in.pins().removeIf(pin -> pin.ts().equals(post.ts()));
        team.events().deleted(in, post, before);
        touch(in);
    }

    private void touch(Conversation in) {
        team.feed().touch(Feed.What.CHANNEL, "", in.id());
    }

    private ObjectNode body(Actor by, Draft draft, String ts) {
        ObjectNode body = Json.object().put("type", "message");
        body.put("user", by.userId());
        body.put("text", text(draft));
        body.put("ts", ts);
        body.put("team", team.id());
        if (by.isApp()) {
            body.put("bot_id", team.app().botId());
            body.put("app_id", team.app().appId());
            body.set("bot_profile", BotJson.profile(team));
        } else {
            body.put("client_msg_id", UUID.nameUUIDFromBytes(bytes(by, ts)).toString());
        }
        putLists(body, draft);
        putThread(body, draft);
        if (!draft.fileIds().isEmpty()) {
            body.put("subtype", "file_share");
            body.put("upload", true);
            body.set("files", team.files().json(draft.fileIds()));
        }
        body.setAll(draft.extras());
        return body;
    }

    private static byte[] bytes(Actor by, String ts) {
        return (by.userId() + ts).getBytes(StandardCharsets.UTF_8);
    }

    private static void putLists(ObjectNode body, Draft draft) {
        body.remove("blocks");
        body.remove("attachments");
        if (!draft.blocks().isEmpty()) {
            body.set("blocks", Json.arrayOf(draft.blocks()));
        }
        if (!draft.attachments().isEmpty()) {
            body.set("attachments", Json.arrayOf(draft.attachments()));
        }
    }

    private static void putThread(ObjectNode body, Draft draft) {
        if (draft.threadTs().isEmpty()) {
            return;
        }
        body.put("thread_ts", draft.threadTs());
        if (draft.broadcast()) {
            body.put("subtype", "thread_broadcast");
        }
    }

    /** Without words of its own, a message with blocks gets theirs. */
    private String text(Draft draft) {
        if (!draft.text().isEmpty() || draft.blocks().isEmpty()) {
            return Emoji.named(draft.text());
        }
        PlainText reader = new PlainText(team.names(), ZoneOffset.UTC, team.now());
        return Emoji.named(reader.of(BlockText.ofBlocks(draft.blocks()))).replace('\n', ' ');
    }

    /** The message with the given ts, wherever it stands in view of the person. */
    public @Nullable Post seen(Conversation in, String userId, String ts) {
        return in.post(ts)
                .or(() ->
                        in.ephemeralsFor(userId).stream()
                                .filter(post -> post.ts().equals(ts))
                                .findFirst())
                .orElse(null);
    }
}
