package io.muster.app.sandbox.client;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Draft;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.StoredFile;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.text.Escapes;
import io.muster.app.sandbox.text.RichText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a person types into a message, with live mentions and links. */
public final class Composer {
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w<|&@])([@#])([A-Za-z0-9][\\w.-]*\\w|\\w)");
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>|]*[^\\s<>|.,;:!?)'\"]");

    private final Team team;

    public Composer(Team team) {
        this.team = team;
    }

    public Post say(User user, Conversation in, String words, String threadTs) {
        String text = live(words);
        ObjectNode block = RichText.typed(text);
        block.put("block_id", team.ids().block());
        List<JsonNode> blocks = block.path("elements").isEmpty() ? List.of() : List.of(block);
        Draft draft = Draft.of(text).withBlocks(blocks).inThread(threadTs, false);
        return team.turn(() -> {
            Actor actor = Actor.person(user);
            team.messages().mayPost(actor, in);
            Post post = team.messages().post(actor, in, draft);
            team.notifications().read(user.id(), in);
            unfurl(in, post, text);
            return post;
        });
    }

    public Post share(User user, Conversation in, String name, byte[] content, String words) {
        return team.turn(() -> {
            Actor actor = Actor.person(user);
            team.messages().mayPost(actor, in);
            StoredFile file = team.files().promise(actor, name, content.length);
            team.files().upload(team.files().uploadPath(file), content);
            team.files().complete(file.id(), name);
            team.files().share(file, in, actor);
            Draft draft = Draft.of(live(words)).withFiles(List.of(file.id()));
            return team.messages().post(actor, in, draft);
        });
    }

    /** As the text of a message: escaped, names and addresses turned into tokens. */
    String live(String words) {
        String linked =
                URL.matcher(Escapes.apply(words))
                        .replaceAll(url -> Matcher.quoteReplacement("<" + url.group() + ">"));
        return NAME.matcher(linked)
                .replaceAll(name -> Matcher.quoteReplacement(token(name).orElse(name.group())));
    }

    private Optional<String> token(MatchResult name) {
        String word = name.group(2);
        if (name.group(1).equals("#")) {
            return team.conversations()
                    .named(word)
                    .map(channel -> "<#" + channel.id() + "|" + channel.name() + ">");
        }
        if (word.matches("here|channel|everyone")) {
            return Optional.of("<!" + word + ">");
        }
        return team.users()
                .named(word)
                .map(user -> "<@" + user.id() + ">")
                .or(() ->
                        team.usergroups()
                                .withHandle(word)
                                .map(group -> "<!subteam^" + group.id() + "|@" + word + ">"));
    }

    /** What a command with {@code should_escape} carries. */
    String escapedForCommand(String words) {
        String linked =
                URL.matcher(Escapes.apply(words))
                        .replaceAll(url -> Matcher.quoteReplacement("<" + url.group() + ">"));
        return NAME.matcher(linked)
                .replaceAll(
                        name -> Matcher.quoteReplacement(commandToken(name).orElse(name.group())));
    }

    private Optional<String> commandToken(MatchResult name) {
        String word = name.group(2);
        if (name.group(1).equals("#")) {
            return team.conversations()
                    .named(word)
                    .map(channel -> "<#" + channel.id() + "|" + publicName(channel) + ">");
        }
        return team.users()
                .named(word)
                .map(user -> "<@" + user.id() + ">")
                .or(() ->
                        team.usergroups()
                                .withHandle(word)
                                .map(group -> "<!subteam^" + group.id() + "|@" + word + ">"));
    }

    private static String publicName(Conversation channel) {
        return channel.isPrivate() ? "" : channel.name();
    }

    private void unfurl(Conversation in, Post post, String text) {
        List<String> urls = new ArrayList<>();
        Matcher url = URL.matcher(text);
        while (url.find()) {
            String address = url.group();
            boolean known =
                    team.manifest().unfurlDomains().stream()
                            .anyMatch(domain ->
                                    address.matches(
                                            "https?://([^/]*\\.)?"
                                                    + Pattern.quote(domain)
                                                    + "(?:[:/].*)?"));
            if (known) {
                urls.add(address);
            }
        }
        if (!urls.isEmpty()) {
            team.events().linkShared(in, post, urls);
        }
    }

    static boolean isEmptyJson(String body) {
        return Json.parse(body).filter(json -> json.isObject() && json.isEmpty()).isPresent();
    }
}
