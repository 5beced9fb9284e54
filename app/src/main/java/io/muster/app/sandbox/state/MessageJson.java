package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** A message as the Web API, events and interactions show it. */
public final class MessageJson {
    private MessageJson() {}

    public static ObjectNode of(Team team, Conversation in, Post post, boolean withMetadata) {
        ObjectNode json = Json.copy(post.body());
        thread(in, post, json);
        reactions(post, json);
        if (in.pins().stream().anyMatch(pin -> pin.ts().equals(post.ts()))) {
            json.set("pinned_to", Json.array(List.of(in.id())));
        }
        ObjectNode metadata = post.metadata();
        if (withMetadata && metadata != null) {
            json.set("metadata", metadata.deepCopy());
        }
        if (json.has("files")) {
            json.set("files", team.files().refreshed(Json.list(json, "files")));
        }
        return json;
    }

    private static void thread(Conversation in, Post post, ObjectNode json) {
        if (post.isReply()) {
            in.post(post.threadTs())
                    .ifPresent(parent -> json.put("parent_user_id", parent.author()));
            return;
        }
        List<Post> replies = in.repliesTo(post.ts());
        if (replies.isEmpty()) {
            json.remove("thread_ts");
            return;
        }
        List<String> authors = replies.stream().map(Post::author).distinct().toList();
        json.put("thread_ts", post.ts())
                .put("reply_count", replies.size())
                .put("reply_users_count", authors.size())
                .put("latest_reply", replies.getLast().ts());
        json.set("reply_users", Json.array(authors));
        json.put("is_locked", false);
    }

    private static void reactions(Post post, ObjectNode json) {
        if (post.reactions().isEmpty()) {
            return;
        }
        ArrayNode reactions = json.putArray("reactions");
        post.reactions()
                .forEach((name, users) -> {
                    ObjectNode reaction = Json.object().put("name", name);
                    reaction.set("users", Json.array(users));
                    reactions.add(reaction.put("count", users.size()));
                });
    }

    public static String permalink(Team team, Conversation in, Post post) {
        String link = team.address() + "archives/" + in.id() + "/p" + post.ts().replace(".", "");
        return post.isReply() ? link + "?thread_ts=" + post.threadTs() + "&cid=" + in.id() : link;
    }
}
