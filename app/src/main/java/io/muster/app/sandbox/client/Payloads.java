package io.muster.app.sandbox.client;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.MessageJson;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.Ts;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;
import tools.jackson.databind.node.ObjectNode;

/** Interaction payloads, field for field as Slack sends them. */
final class Payloads {
    private final Team team;

    Payloads(Team team) {
        this.team = team;
    }

    ObjectNode command(
            User user, Conversation in, String command, String text, String responseUrl) {
        ObjectNode payload =
                Json.object()
                        .put("token", team.app().verificationToken())
                        .put("team_id", team.id())
                        .put("team_domain", team.domain())
                        .put("channel_id", in.id())
                        .put("channel_name", shownName(in))
                        .put("user_id", user.id())
                        .put("user_name", user.name())
                        .put("command", command)
                        .put("text", text)
                        .put("api_app_id", team.app().appId())
                        .put("is_enterprise_install", "false")
                        .put("response_url", responseUrl);
        return payload.put("trigger_id", team.triggers().issue(user.id(), "", in.id()));
    }

    /** Slack does not tell the names of conversations that are not public. */
    static String shownName(Conversation in) {
        return switch (in.kind()) {
            case PUBLIC -> in.name();
            case PRIVATE -> "privategroup";
            case IM -> "directmessage";
        };
    }

    ObjectNode base(String type, User user) {
        ObjectNode payload = Json.object().put("type", type);
        payload.putObject("user")
                .put("id", user.id())
                .put("username", user.name())
                .put("name", user.name())
                .put("team_id", team.id());
        payload.put("api_app_id", team.app().appId())
                .put("token", team.app().verificationToken());
        payload.putObject("team").put("id", team.id()).put("domain", team.domain());
        payload.set("enterprise", payload.nullNode());
        return payload.put("is_enterprise_install", false);
    }

    ObjectNode inMessage(ObjectNode payload, Conversation in, Post post) {
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", post.ts())
                .put("channel_id", in.id())
                .put("is_ephemeral", post.isEphemeral());
        payload.putObject("channel").put("id", in.id()).put("name", shownName(in));
        // The content of an ephemeral message is not sent back.
        if (!post.isEphemeral()) {
            payload.set("message", MessageJson.of(team, in, post, false));
        }
        return payload;
    }

    ObjectNode inView(ObjectNode payload, View view) {
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", view.json(team));
        return payload;
    }

    String trigger(User user, String viewId, String channelId) {
        return team.triggers().issue(user.id(), viewId, channelId);
    }

    String now() {
        return Ts.of(team.now());
    }
}
