package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.read;
import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Draft;
import io.muster.app.sandbox.state.MessageJson;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Scheduled;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Methods by which the app speaks. */
final class ChatMethods {
    private ChatMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                write("chat.postMessage", Tier.SPECIAL, "chat:write", ChatMethods::post),
                write("chat.postEphemeral", Tier.FOUR, "chat:write", ChatMethods::ephemeral),
                write("chat.update", Tier.THREE, "chat:write", ChatMethods::update),
                write("chat.delete", Tier.THREE, "chat:write", ChatMethods::delete),
                read("chat.getPermalink", Tier.SPECIAL, "", ChatMethods::permalink),
                write("chat.scheduleMessage", Tier.THREE, "chat:write", ChatMethods::schedule),
                write(
                        "chat.deleteScheduledMessage",
                        Tier.THREE,
                        "chat:write",
                        ChatMethods::unschedule));
    }

    private static ObjectNode post(Call call) {
        Team team = call.team();
        Conversation in = MessageArgs.addressee(call);
        team.messages().mayPost(call.by(), in);
        Draft draft = MessageArgs.read(call, MessageArgs.Length.TRUNCATE);
        Post post = team.messages().post(call.by(), in, draft);
        return said(team, in, post);
    }

    private static ObjectNode said(Team team, Conversation in, Post post) {
        ObjectNode answer = Json.object().put("channel", in.id()).put("ts", post.ts());
        answer.set("message", MessageJson.of(team, in, post, true));
        return answer;
    }

    private static ObjectNode ephemeral(Call call) {
        Team team = call.team();
        Conversation in = MessageArgs.addressee(call);
        team.messages().mayPost(call.by(), in);
        String userId = call.args().required("user");
        boolean present =
                team.users().find(userId).filter(User::isActive).isPresent() && in.has(userId);
        if (!present) {
            throw new SlackError("user_not_in_channel");
        }
        Draft draft = MessageArgs.read(call, MessageArgs.Length.REFUSE);
        Post post = team.messages().whisper(call.by(), in, userId, draft);
        return Json.object().put("message_ts", post.ts());
    }

    private static ObjectNode update(Call call) {
        Team team = call.team();
        Conversation in = call.channel();
        Post post = team.messages().own(call.by(), in, ts(call), "cant_update_message");
        if (in.isArchived()) {
            throw new SlackError("is_inactive");
        }
        Draft draft = MessageArgs.read(call, MessageArgs.Length.REFUSE);
        team.messages().update(in, post, draft, !call.args().has("metadata"));
        return said(team, in, post).put("text", post.text());
    }

    private static String ts(Call call) {
        return call.args().required("ts");
    }

    private static ObjectNode delete(Call call) {
        Team team = call.team();
        Conversation in = call.channel();
        Post post = team.messages().own(call.by(), in, ts(call), "cant_delete_message");
        team.messages().delete(in, post);
        return Json.object().put("channel", in.id()).put("ts", post.ts());
    }

    private static ObjectNode permalink(Call call) {
        Conversation in = call.channel();
        Post post =
                in.post(call.args().required("message_ts"))
                        .orElseThrow(() -> new SlackError("message_not_found"));
        return Json.object()
                .put("channel", in.id())
                .put("permalink", MessageJson.permalink(call.team(), in, post));
    }

    private static ObjectNode schedule(Call call) {
        Team team = call.team();
        Conversation in = MessageArgs.addressee(call);
        team.messages().mayPost(call.by(), in);
        Draft draft = MessageArgs.read(call, MessageArgs.Length.TRUNCATE);
        Scheduled.Waiting waiting = team.scheduled().add(call.by(), in, draft, seconds(call));
        ObjectNode answer =
                Json.object()
                        .put("channel", in.id())
                        .put("scheduled_message_id", waiting.id())
                        .put("post_at", waiting.postAt());
        answer.putObject("message").put("type", "message").put("text", draft.text());
        return answer;
    }

    private static long seconds(Call call) {
        try {
            return Long.parseLong(call.args().required("post_at"));
        } catch (NumberFormatException e) {
            throw new SlackError("invalid_time");
        }
    }

    private static ObjectNode unschedule(Call call) {
        call.team()
                .scheduled()
                .remove(call.channel(), call.args().required("scheduled_message_id"));
        return Json.object();
    }
}
