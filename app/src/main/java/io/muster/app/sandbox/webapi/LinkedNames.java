package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.state.Team;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code link_names} and {@code parse=full} do: bare names of channels and groups come alive.
 * Those of single people no longer do.
 */
final class LinkedNames {
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w<|&])([@#])([a-z0-9][a-z0-9._-]*)");

    private LinkedNames() {}

    static String apply(Team team, String text, Args args) {
        boolean linked = args.flag("link_names", false) || args.textOr("parse", "").equals("full");
        if (!linked) {
            return text;
        }
        return NAME.matcher(text)
                .replaceAll(
                        name -> Matcher.quoteReplacement(token(team, name).orElse(name.group())));
    }

    private static Optional<String> token(Team team, MatchResult name) {
        String word = name.group(2);
        if (name.group(1).equals("#")) {
            return team.conversations()
                    .named(word)
                    .map(channel -> "<#" + channel.id() + "|" + channel.name() + ">");
        }
        if (word.matches("here|channel|everyone")) {
            return Optional.of("<!" + word + ">");
        }
        return team.usergroups().withHandle(word).map(group -> "<!subteam^" + group.id() + ">");
    }
}
