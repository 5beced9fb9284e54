package io.muster.app.sandbox.client;

import io.muster.app.sandbox.blockkit.BlockKit;
import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.blockkit.Findings;
import io.muster.app.sandbox.delivery.Courier;
import io.muster.app.sandbox.delivery.Outbound;
import io.muster.app.sandbox.delivery.Outcome;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** The options of external menus, asked of the app while the person types. */
public final class Suggestions {
    private final Team team;
    private final Courier courier;
    private final Payloads payloads;

    public Suggestions(Team team, Courier courier) {
        this.team = team;
        this.courier = courier;
        this.payloads = new Payloads(team);
    }

    public List<JsonNode> inView(User user, View view, Elements.Placed placed, String typed) {
        return ask(team.turn(() -> payloads.inView(base(user, placed, typed), view)));
    }

    public List<JsonNode> inMessage(
            User user, Conversation in, Post post, Elements.Placed placed, String typed) {
        return ask(team.turn(() -> payloads.inMessage(base(user, placed, typed), in, post)));
    }

    private ObjectNode base(User user, Elements.Placed placed, String typed) {
        return payloads.base("block_suggestion", user)
                .put("action_id", placed.actionId())
                .put("block_id", placed.blockId())
                .put("value", typed);
    }

    /** None when the app is silent, late, or answers what Slack would not show. */
    private List<JsonNode> ask(ObjectNode payload) {
        Outcome outcome = courier.deliver(Outbound.of(Outbound.Kind.SUGGESTION, payload));
        if (!(outcome instanceof Outcome.Answered answered) || !answered.ok()) {
            return List.of();
        }
        JsonNode answer = Json.parse(answered.body()).orElse(Json.object());
        Findings findings = BlockKit.checkSuggestions(answer);
        if (!findings.none()) {
            team.violations().add("an answer to block_suggestion: " + findings.messages());
            return List.of();
        }
        return Elements.options(answer);
    }
}
