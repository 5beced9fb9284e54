package io.muster.app.sandbox.client;

import io.muster.app.sandbox.delivery.Courier;
import io.muster.app.sandbox.delivery.Outbound;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.MessageJson;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;

import tools.jackson.databind.node.ObjectNode;

/** Shortcuts from the menu of everything and from the menu of a message. */
public final class Shortcuts {
    private final Team team;
    private final Courier courier;
    private final Payloads payloads;

    public Shortcuts(Team team, Courier courier) {
        this.team = team;
        this.courier = courier;
        this.payloads = new Payloads(team);
    }

    /** Slack does not say where the person was. */
    public Seen global(User user, String callbackId) {
        refuseUnknown(callbackId, false);
        ObjectNode payload =
                team.turn(() ->
                        payloads.base("shortcut", user)
                                .put("action_ts", payloads.now())
                                .put("callback_id", callbackId)
                                .put("trigger_id", payloads.trigger(user, "", "")));
        return send(payload);
    }

    public Seen onMessage(User user, Conversation in, Post post, String callbackId) {
        refuseUnknown(callbackId, true);
        ObjectNode payload =
                team.turn(() -> {
                    ObjectNode built =
                            payloads.base("message_action", user)
                                    .put("action_ts", payloads.now())
                                    .put("callback_id", callbackId)
                                    .put("trigger_id", payloads.trigger(user, "", in.id()))
                                    .put("message_ts", post.ts());
                    built.putObject("channel")
                            .put("id", in.id())
                            .put("name", Payloads.shownName(in));
                    built.set("message", MessageJson.of(team, in, post, false));
                    String url =
                            team.responseUrls().issue("actions", in.id(), user.id(), "").toString();
                    return built.put("response_url", url);
                });
        return send(payload);
    }

    private void refuseUnknown(String callbackId, boolean onMessage) {
        boolean known =
                team.manifest().shortcuts().stream()
                        .anyMatch(shortcut ->
                                shortcut.onMessage() == onMessage
                                        && shortcut.callbackId().equals(callbackId));
        if (team.manifest().given() && !known) {
            throw new IllegalArgumentException(
                    "no such shortcut: " + callbackId + " of " + team.manifest().shortcuts());
        }
    }

    private Seen send(ObjectNode payload) {
        String error = courier.deliver(Outbound.of(Outbound.Kind.INTERACTIVE, payload)).seenError();
        return error.isEmpty() ? Seen.NOTHING : Seen.error(error);
    }
}
