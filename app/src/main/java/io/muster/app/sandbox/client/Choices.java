package io.muster.app.sandbox.client;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.text.Emoji;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a menu offers to a person. */
public final class Choices {
    /** Something to choose: what goes into the form, and the words by which it is known. */
    public record Choice(JsonNode value, String id, String label, List<String> names) {
        public Choice {
            names = List.copyOf(names);
        }

        boolean isCalled(String word) {
            String wanted = word.strip();
            String plain = wanted.replaceFirst("^[@#]", "").toLowerCase(Locale.ROOT);
            return id.equals(wanted)
                    || names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(plain))
                    || label.equalsIgnoreCase(Emoji.drawn(wanted));
        }
    }

    private final Team team;

    public Choices(Team team) {
        this.team = team;
    }

    public List<Choice> of(JsonNode element, User user) {
        String type = Json.text(element, "type").replaceFirst("^multi_", "");
        return switch (type) {
            case "users_select" -> people();
            case "channels_select" -> channels(user, false);
            case "conversations_select" -> conversations(element, user);
            default -> Elements.options(element).stream().map(Choices::option).toList();
        };
    }

    public static Choice option(JsonNode option) {
        String label = Emoji.drawn(Json.text(option.path("text"), "text"));
        return new Choice(option, Json.text(option, "value"), label, List.of());
    }

    private List<Choice> people() {
        return team.users().all().stream()
                .filter(User::isActive)
                .map(user ->
                        new Choice(
                                Json.object().stringNode(user.id()),
                                user.id(),
                                user.realName(),
                                List.of(user.name())))
                .toList();
    }

    private List<Choice> channels(User user, boolean privateToo) {
        return team.conversations().all().stream()
                .filter(channel -> !channel.isIm() && !channel.isArchived())
                .filter(channel -> team.conversations().visible(channel, Actor.person(user)))
                .filter(channel -> privateToo || !channel.isPrivate())
                .map(Choices::channel)
                .toList();
    }

    private static Choice channel(Conversation channel) {
        return new Choice(
                Json.object().stringNode(channel.id()),
                channel.id(),
                "#" + channel.name(),
                List.of(channel.name()));
    }

    private List<Choice> conversations(JsonNode element, User user) {
        JsonNode filter = element.path("filter");
        List<String> include = Json.texts(filter, "include");
        List<Choice> choices = new ArrayList<>();
        for (Choice choice : channels(user, true)) {
            boolean isPrivate = team.conversations().find(choice.id()).orElseThrow().isPrivate();
            if (include.isEmpty() || include.contains(isPrivate ? "private" : "public")) {
                choices.add(choice);
            }
        }
        if (include.isEmpty() || include.contains("im")) {
            direct(user, Json.flag(filter, "exclude_bot_users")).forEach(choices::add);
        }
        return choices;
    }

    private Stream<Choice> direct(User user, boolean noBots) {
        return team.users().all().stream()
                .filter(other -> other.isActive() && !(noBots && other.isBot()))
                .filter(other -> !other.id().equals(user.id()))
                .map(other ->
                        new Choice(
                                Json.object().stringNode(other.id()),
                                other.id(),
                                other.realName(),
                                List.of(other.name())));
    }
}
