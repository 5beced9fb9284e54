package io.muster.app.sandbox.page;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.client.Choices;
import io.muster.app.sandbox.client.Filling;
import io.muster.app.sandbox.client.Seen;
import io.muster.app.sandbox.client.SlackClient;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.FormState;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the page lets a person do. Every deed answers with what the person then sees. */
final class Deeds {
    private record Menu(String userId, String blockId, String actionId) {}

    private final SlackClient client;
    private final Team team;
    private final Setting setting;

    /** What an external menu offered last: the page puts back the id of one of these. */
    private final Map<Menu, List<Choices.Choice>> offered = new ConcurrentHashMap<>();

    Deeds(SlackClient client, Setting setting) {
        this.client = client;
        this.team = client.team();
        this.setting = setting;
    }

    ObjectNode act(String deed, User user, JsonNode ask) {
        return switch (deed) {
            case "say" -> say(user, ask);
            case "command" -> command(user, ask);
            case "act" -> seen(click(user, ask));
            case "suggest" -> suggest(user, ask);
            case "typed" -> typed(user, ask);
            case "submit" -> seen(client.modals().submit(user, view(ask)));
            case "close" -> close(user, ask);
            case "shortcut" -> seen(client.shortcuts().global(user, Json.text(ask, "callback")));
            case "message-shortcut" -> seen(onMessage(user, ask));
            case "open-app" -> {
                client.openApp(user, Json.text(ask, "tab"));
                yield Json.object();
            }
            case "control" -> control(ask);
            default -> team.turn(() -> inWorkspace(deed, user, ask));
        };
    }

    /** What needs no answer of the app. */
    private ObjectNode inWorkspace(String deed, User user, JsonNode ask) {
        Actor actor = Actor.person(user);
        switch (deed) {
            case "react" -> react(actor, ask);
            case "pin" -> pin(actor, ask);
            case "delete" -> {
                Conversation in = conversation(actor, ask);
                Post post = team.messages().own(actor, in, ts(ask), "cant_delete_message");
                team.messages().delete(in, post);
            }
            case "dismiss" -> team.messages().dismiss(conversation(actor, ask), user.id(), ts(ask));
            case "read" -> team.notifications().read(user.id(), conversation(actor, ask));
            case "join" -> team.membership().join(actor, conversation(actor, ask));
            case "leave" -> team.membership().leave(actor, conversation(actor, ask));
            case "archive" -> team.life().archive(actor, conversation(actor, ask));
            case "topic" ->
                    team.life().topic(actor, conversation(actor, ask), Json.text(ask, "text"));
            case "invite-app" -> inviteApp(actor, ask);
            case "create" -> {
                return Json.object()
                        .put(
                                "id",
                                team.life()
                                        .create(
                                                actor,
                                                Json.text(ask, "name"),
                                                Json.flag(ask, "closed"))
                                        .id());
            }
            case "direct" -> {
                User other = team.users().get(Json.text(ask, "user"));
                return Json.object().put("id", team.conversations().im(user.id(), other.id()).id());
            }
            default -> throw new SlackError("unknown_method");
        }
        return Json.object();
    }

    private ObjectNode say(User user, JsonNode ask) {
        Conversation in = team.turn(() -> conversation(Actor.person(user), ask));
        Post post =
                client.composer().say(user, in, Json.text(ask, "text"), Json.text(ask, "thread"));
        return Json.object().put("ts", post.ts());
    }

    private ObjectNode command(User user, JsonNode ask) {
        Conversation in = team.turn(() -> conversation(Actor.person(user), ask));
        return seen(client.commands().type(user, in, Json.text(ask, "text")));
    }

    private Seen click(User user, JsonNode ask) {
        if (Json.has(ask, "view")) {
            View view = view(ask);
            Elements.Placed placed = placed(view.blocks(), ask);
            return client.actions().inView(user, view, placed, chosen(user, placed, ask));
        }
        Conversation in = team.turn(() -> conversation(Actor.person(user), ask));
        Post post = post(user, in, ask);
        Elements.Placed placed = placed(team.turn(() -> post.everyBlock()), ask);
        return client.actions().inMessage(user, in, post, placed, chosen(user, placed, ask));
    }

    private static Elements.Placed placed(List<JsonNode> blocks, JsonNode ask) {
        return Elements.find(blocks, Json.text(ask, "block"), Json.text(ask, "action"))
                .orElseThrow(() -> new SlackError("element_not_found"));
    }

    private JsonNode chosen(User user, Elements.Placed placed, JsonNode ask) {
        if (placed.type().equals("overflow")) {
            List<Choices.Choice> options =
                    Elements.options(placed.element()).stream().map(Choices::option).toList();
            return Filling.pick(options, Json.texts(ask, "words").getFirst()).value();
        }
        return Elements.isStateful(placed.element())
                ? held(user, placed, Json.texts(ask, "words"))
                : placed.element();
    }

    private ObjectNode held(User user, Elements.Placed placed, List<String> words) {
        List<Choices.Choice> choices =
                placed.type().endsWith("external_select")
                        ? offered.getOrDefault(menu(user, placed), List.of())
                        : team.turn(() -> client.choices().of(placed.element(), user));
        return Filling.chosen(placed.element(), user, choices, words);
    }

    private static Menu menu(User user, Elements.Placed placed) {
        return new Menu(user.id(), placed.blockId(), placed.actionId());
    }

    private ObjectNode suggest(User user, JsonNode ask) {
        String query = Json.text(ask, "query");
        List<JsonNode> options;
        Elements.Placed placed;
        if (Json.has(ask, "view")) {
            View view = view(ask);
            placed = placed(view.blocks(), ask);
            options = client.suggestions().inView(user, view, placed, query);
        } else {
            Conversation in = team.turn(() -> conversation(Actor.person(user), ask));
            Post post = post(user, in, ask);
            placed = placed(team.turn(() -> post.everyBlock()), ask);
            options = client.suggestions().inMessage(user, in, post, placed, query);
        }
        List<Choices.Choice> choices = options.stream().map(Choices::option).toList();
        offered.merge(
                menu(user, placed),
                choices,
                (before, now) -> Stream.concat(now.stream(), before.stream()).toList());
        ObjectNode answer = Json.object();
        answer.set(
                "options",
                team.turn(
                        () -> new MessageDrawing(client, user).elements().drawn(choices.stream())));
        return answer;
    }

    private ObjectNode typed(User user, JsonNode ask) {
        if (Json.has(ask, "view")) {
            View view = view(ask);
            remember(user, view.form(), placed(view.blocks(), ask), ask);
            return Json.object();
        }
        Conversation in = team.turn(() -> conversation(Actor.person(user), ask));
        Post post = post(user, in, ask);
        Elements.Placed placed = placed(team.turn(() -> post.everyBlock()), ask);
        remember(user, client.actions().form(user, in, post), placed, ask);
        return Json.object();
    }

    private void remember(User user, FormState form, Elements.Placed placed, JsonNode ask) {
        ObjectNode held = held(user, placed, Json.texts(ask, "words"));
        team.turn(() -> form.put(placed.blockId(), placed.actionId(), held));
    }

    private ObjectNode close(User user, JsonNode ask) {
        if (Json.flag(ask, "all")) {
            client.modals().closeAll(user);
        } else {
            client.modals().cancel(user, view(ask));
        }
        return Json.object();
    }

    private Seen onMessage(User user, JsonNode ask) {
        Conversation in = team.turn(() -> conversation(Actor.person(user), ask));
        return client.shortcuts()
                .onMessage(user, in, post(user, in, ask), Json.text(ask, "callback"));
    }

    private ObjectNode control(JsonNode ask) {
        Setting.Button button =
                setting.controls()
                        .get(ask.path("group").asInt())
                        .buttons()
                        .get(ask.path("button").asInt());
        String said = button.act().get();
        return Json.object().put("toast", said).put("clock", setting.clock().get().toEpochMilli());
    }

    private void react(Actor actor, JsonNode ask) {
        Conversation in = conversation(actor, ask);
        Post post = in.post(ts(ask)).orElseThrow(() -> new SlackError("message_not_found"));
        String name = Json.text(ask, "name");
        boolean given = post.reactions().getOrDefault(name, Set.of()).contains(actor.userId());
        if (given) {
            team.reactions().remove(actor, in, post, name);
        } else {
            team.reactions().add(actor, in, post, name);
        }
    }

    private void pin(Actor actor, JsonNode ask) {
        Conversation in = conversation(actor, ask);
        Post post = in.post(ts(ask)).orElseThrow(() -> new SlackError("message_not_found"));
        boolean pinned = in.pins().stream().anyMatch(pin -> pin.ts().equals(post.ts()));
        if (pinned) {
            team.pins().remove(actor, in, post);
        } else {
            team.pins().add(actor, in, post);
        }
    }

    private void inviteApp(Actor actor, JsonNode ask) {
        Conversation in = conversation(actor, ask);
        String bot = team.app().botUser().id();
        if (!in.has(bot)) {
            team.membership().enter(in, bot, actor.userId());
        }
    }

    private Conversation conversation(Actor actor, JsonNode ask) {
        return team.conversations().visible(Json.text(ask, "channel"), actor);
    }

    private static String ts(JsonNode ask) {
        return Json.text(ask, "ts");
    }

    private Post post(User user, Conversation in, JsonNode ask) {
        return team.turn(() -> Optional.ofNullable(team.messages().seen(in, user.id(), ts(ask))))
                .orElseThrow(() -> new SlackError("message_not_found"));
    }

    private View view(JsonNode ask) {
        return team.turn(() -> team.views().byId(Json.text(ask, "view")))
                .orElseThrow(() -> new SlackError("view_not_found"));
    }

    private static ObjectNode seen(Seen seen) {
        ObjectNode answer = Json.object().put("error", seen.error());
        ObjectNode fields = answer.putObject("fields");
        seen.fieldErrors().forEach(fields::put);
        return answer;
    }
}
