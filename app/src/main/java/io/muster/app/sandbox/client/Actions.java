package io.muster.app.sandbox.client;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.delivery.Courier;
import io.muster.app.sandbox.delivery.Outbound;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.FormState;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Clicks and choices: {@code block_actions}. */
public final class Actions {
    private record Spot(String userId, String channelId, String ts) {}

    private final Team team;
    private final Courier courier;
    private final Payloads payloads;
    private final Map<Spot, FormState> inMessages = new ConcurrentHashMap<>();

    public Actions(Team team, Courier courier) {
        this.team = team;
        this.courier = courier;
        this.payloads = new Payloads(team);
    }

    /** What this person has chosen so far in this message; nobody else sees it. */
    public FormState form(User user, Conversation in, Post post) {
        return inMessages.computeIfAbsent(
                new Spot(user.id(), in.id(), post.ts()), spot -> new FormState(in.id()));
    }

    /** {@code chosen} is what a stateful element now holds, or the option of an overflow menu. */
    public Seen inMessage(
            User user, Conversation in, Post post, Elements.Placed placed, JsonNode chosen) {
        FormState form = form(user, in, post);
        ObjectNode payload =
                team.turn(() -> {
                    remember(form, placed, chosen);
                    return payloads.actionInMessage(
                            user, in, post, form, payloads.action(placed, chosen));
                });
        return send(payload);
    }

    public Seen inView(User user, View view, Elements.Placed placed, JsonNode chosen) {
        ObjectNode payload =
                team.turn(() -> {
                    remember(view.form(), placed, chosen);
                    ObjectNode built = payloads.base("block_actions", user);
                    built.put("trigger_id", payloads.trigger(user, view.id(), view.channelId()));
                    payloads.inView(built, view);
                    built.putArray("actions").add(payloads.action(placed, chosen));
                    return built;
                });
        return send(payload);
    }

    private static void remember(FormState form, Elements.Placed placed, JsonNode chosen) {
        if (Elements.isStateful(placed.element()) && chosen instanceof ObjectNode held) {
            form.put(placed.blockId(), placed.actionId(), held);
        }
    }

    private Seen send(ObjectNode payload) {
        String error = courier.deliver(Outbound.of(Outbound.Kind.INTERACTIVE, payload)).seenError();
        return error.isEmpty() ? Seen.NOTHING : Seen.error(error);
    }
}
