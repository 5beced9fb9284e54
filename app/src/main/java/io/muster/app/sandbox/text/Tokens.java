package io.muster.app.sandbox.text;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between {@code <} and {@code >}. */
final class Tokens {
    private static final Pattern DATE =
            Pattern.compile(
                    "!date\\^(-?\\d+)\\^([^^|]+)(?:\\^([^|]+))?(?:\\|(.*))?", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("(?:https?|mailto|tel|slack):.+");

    private Tokens() {}

    static Optional<Span> read(String inside) {
        int bar = inside.indexOf('|');
        String target = bar < 0 ? inside : inside.substring(0, bar);
        String label = bar < 0 ? "" : Escapes.undo(inside.substring(bar + 1));
        if (target.matches("@[UW][A-Z0-9]+")) {
            return Optional.of(new Span.UserMention(target.substring(1)));
        }
        if (target.matches("#[CG][A-Z0-9]+")) {
            return Optional.of(new Span.ChannelMention(target.substring(1), label));
        }
        if (target.matches("!subteam\\^S[A-Z0-9]+")) {
            return Optional.of(
                    new Span.GroupMention(target.substring("!subteam^".length()), label));
        }
        if (target.matches("!(here|channel|everyone|group)")) {
            String range = target.substring(1);
            return Optional.of(new Span.Broadcast(range.equals("group") ? "channel" : range));
        }
        Matcher date = DATE.matcher(inside);
        if (date.matches()) {
            return Optional.of(
                    new Span.Date(
                            Long.parseLong(date.group(1)),
                            date.group(2),
                            orEmpty(date.group(3)),
                            Escapes.undo(orEmpty(date.group(4)))));
        }
        if (LINK.matcher(target).matches()) {
            String url = Escapes.undo(target);
            return Optional.of(new Span.Link(url, label.isEmpty() ? url : label));
        }
        return Optional.empty();
    }

    /** A canvas mentions people and channels as {@code ![](@U…)} and {@code ![](#C…)}. */
    static Optional<Span> canvasMention(String target) {
        if (target.matches("@[UW][A-Z0-9]+") || target.matches("#[CG][A-Z0-9]+")) {
            return read(target);
        }
        return Optional.empty();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
