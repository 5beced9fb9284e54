package io.muster.app.sandbox.client;

import io.muster.app.sandbox.blockkit.ElementValues;
import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.FormState;
import io.muster.app.sandbox.state.MessageJson;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.Ts;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;

/** Interaction payloads, field for field as Slack sends them. */
public final class Payloads {
    private final Team team;

    public Payloads(Team team) {
        this.team = team;
    }

    public ObjectNode command(
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
                .put("team_id", user.home(team));
        payload.put("api_app_id", team.app().appId()).put("token", team.app().verificationToken());
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

    /** A click on something in a message, or a choice there. */
    ObjectNode actionInMessage(
            User user, Conversation in, Post post, FormState form, ObjectNode action) {
        ObjectNode payload = base("block_actions", user);
        payload.put("trigger_id", trigger(user, "", in.id()));
        inMessage(payload, in, post);
        payload.putObject("state").set("values", form.values(post.blocks(), true));
        String url = team.responseUrls().issue("actions", in.id(), user.id(), post.ts()).toString();
        payload.put("response_url", url);
        payload.putArray("actions").add(action);
        return payload;
    }

    /** A click on a button, by somebody who has touched nothing else in the message. */
    public ObjectNode click(User user, Conversation in, Post post, Elements.Placed placed) {
        FormState untouched = new FormState(in.id());
        return actionInMessage(user, in, post, untouched, action(placed, placed.element()));
    }

    ObjectNode action(Elements.Placed placed, JsonNode chosen) {
        JsonNode element = placed.element();
        ObjectNode action =
                Json.object()
                        .put("type", placed.type())
                        .put("action_id", placed.actionId())
                        .put("block_id", placed.blockId());
        if (Elements.isStateful(element)) {
            String field = ElementValues.field(placed.type());
            action.set(field, chosen.path(field).deepCopy());
            copy(element, action, "placeholder");
        } else if (placed.type().equals("overflow")) {
            action.set("selected_option", chosen.deepCopy());
        } else {
            copy(element, action, "text");
            copy(element, action, "value");
            copy(element, action, "style");
        }
        return action.put("action_ts", now());
    }

    private static void copy(JsonNode from, ObjectNode to, String field) {
        if (Json.has(from, field)) {
            to.set(field, from.get(field).deepCopy());
        }
    }

    public ObjectNode submission(User user, View view) {
        ObjectNode payload = base("view_submission", user);
        // Of a form the team is that of whoever sends it, not that of the installation.
        payload.putObject("team").put("id", user.home(team)).put("domain", team.domain());
        payload.put("trigger_id", trigger(user, view.id(), view.channelId()));
        payload.set("view", view.json(team));
        payload.set("response_urls", responseUrls(user, view));
        return payload;
    }

    private ArrayNode responseUrls(User user, View view) {
        ArrayNode urls = Json.array();
        for (Elements.Placed placed : Elements.interactive(view.blocks())) {
            if (!Json.flag(placed.element(), "response_url_enabled")) {
                continue;
            }
            ObjectNode held = view.form().get(placed);
            String channel =
                    Json.text(held, "selected_conversation") + Json.text(held, "selected_channel");
            if (!channel.isEmpty()) {
                URI url = team.responseUrls().issue("actions", channel, user.id(), "");
                urls.add(
                        Json.object()
                                .put("block_id", placed.blockId())
                                .put("action_id", placed.actionId())
                                .put("channel_id", channel)
                                .put("response_url", url.toString()));
            }
        }
        return urls;
    }
}
