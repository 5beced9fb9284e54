package io.muster.app.sandbox;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.client.Choices;
import io.muster.app.sandbox.client.Filling;
import io.muster.app.sandbox.client.Seen;
import io.muster.app.sandbox.client.SlackClient;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;
import io.muster.app.sandbox.text.Emoji;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the persons of the tests work the client: by words instead of ids. */
final class Hands {
    private final SlackClient client;

    Hands(SlackClient client) {
        this.client = client;
    }

    SlackClient client() {
        return client;
    }

    Team team() {
        return client.team();
    }

    /** A button by its label, or an option of an overflow menu by its own. */
    Seen click(User user, Conversation in, Post post, String label) {
        List<JsonNode> blocks = team().turn(() -> post.everyBlock());
        List<Elements.Placed> all = Elements.interactive(blocks);
        for (Elements.Placed placed : all) {
            if (placed.type().equals("overflow")) {
                for (JsonNode option : Elements.options(placed.element())) {
                    if (isCalled(option, label)) {
                        return client.actions().inMessage(user, in, post, placed, option);
                    }
                }
            } else if (Labels.isCalled(placed, label)) {
                return client.actions().inMessage(user, in, post, placed, placed.element());
            }
        }
        throw Labels.nothing(label, all);
    }

    private static boolean isCalled(JsonNode option, String label) {
        return Labels.label(option).equalsIgnoreCase(Emoji.drawn(label))
                || Json.text(option, "value").equals(label);
    }

    Seen choose(User user, Conversation in, Post post, String label, String option) {
        Elements.Placed placed = Labels.find(team().turn(() -> post.everyBlock()), label);
        ObjectNode held =
                held(
                        user,
                        placed,
                        option,
                        typed -> client.suggestions().inMessage(user, in, post, placed, typed));
        return client.actions().inMessage(user, in, post, placed, held);
    }

    Seen choose(User user, View view, String label, String option) {
        Elements.Placed placed = Labels.find(team().turn(() -> view.blocks()), label);
        return client.actions().inView(user, view, placed, held(user, view, placed, option));
    }

    Seen click(User user, View view, String label) {
        List<Elements.Placed> all = Elements.interactive(team().turn(() -> view.blocks()));
        for (Elements.Placed placed : all) {
            if (placed.type().equals("overflow")) {
                for (JsonNode option : Elements.options(placed.element())) {
                    if (isCalled(option, label)) {
                        return client.actions().inView(user, view, placed, option);
                    }
                }
            } else if (Labels.isCalled(placed, label)) {
                return client.actions().inView(user, view, placed, placed.element());
            }
        }
        throw Labels.nothing(label, all);
    }

    /** Types into fields. One that dispatches is told to the app at once, as the client does. */
    void fill(User user, View view, Map<String, String> byLabel) {
        byLabel.forEach((label, words) -> {
            Elements.Placed placed = Labels.find(team().turn(() -> view.blocks()), label);
            ObjectNode held = held(user, view, placed, words);
            if (Json.flag(placed.block(), "dispatch_action") || !placed.isInput()) {
                client.actions().inView(user, view, placed, held);
                return;
            }
            team().turn(() -> view.form().put(placed.blockId(), placed.actionId(), held));
        });
    }

    private ObjectNode held(User user, View view, Elements.Placed placed, String words) {
        return held(
                user,
                placed,
                words,
                typed -> client.suggestions().inView(user, view, placed, typed));
    }

    private ObjectNode held(
            User user,
            Elements.Placed placed,
            String words,
            Function<String, List<JsonNode>> suggestions) {
        List<Choices.Choice> offered =
                placed.type().endsWith("external_select")
                        ? suggestions.apply(words).stream().map(Choices::option).toList()
                        : team().turn(() -> client.choices().of(placed.element(), user));
        return Filling.value(placed.element(), user, offered, words);
    }

    Reply reply(Seen seen) {
        return new Reply(
                seen.error(),
                seen.answer()
                        .map(post ->
                                new Message(
                                        team(),
                                        team().conversations().find(post.channelId()).orElseThrow(),
                                        post)),
                seen.fieldErrors());
    }
}
