package io.muster.app.sandbox.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom passages call by name. */
public record Mentions(Set<String> users, Set<String> usergroups, Set<String> broadcasts) {
    /** Raw words that Slack may turn into a live mention when the text is not verbatim. */
    private static final Pattern RAW_BROADCAST =
            Pattern.compile("(?<![\\w@])@(?:here|channel|everyone)\\b");

    private static final Pattern TOKEN_IN_CODE =
            Pattern.compile("<(?:@[UW]|!(?:here|channel|everyone|subteam))");

    public Mentions {
        users = Set.copyOf(users);
        usergroups = Set.copyOf(usergroups);
        broadcasts = Set.copyOf(broadcasts);
    }

    public static Mentions in(List<Passage> passages) {
        Collector found = new Collector();
        passages.forEach(found::passage);
        return new Mentions(found.users, found.usergroups, found.broadcasts);
    }

    public boolean none() {
        return users.isEmpty() && usergroups.isEmpty() && broadcasts.isEmpty();
    }

    /** Whether all of the other's mentions are here too. */
    public boolean covers(Mentions other) {
        return users.containsAll(other.users)
                && usergroups.containsAll(other.usergroups)
                && broadcasts.containsAll(other.broadcasts);
    }

    /** Whether text that is not verbatim holds a word that may come alive. */
    public static boolean rawBroadcast(String text) {
        return RAW_BROADCAST.matcher(text).find();
    }

    private static final class Collector {
        private final Set<String> users = new LinkedHashSet<>();
        private final Set<String> usergroups = new LinkedHashSet<>();
        private final Set<String> broadcasts = new LinkedHashSet<>();

        private void passage(Passage passage) {
            switch (passage) {
                case Passage.Paragraph(List<Span> spans) -> spans(spans);
                case Passage.Heading(int level, List<Span> spans) -> spans(spans);
                case Passage.Quote(List<Span> spans) -> spans(spans);
                case Passage.Preformatted(String text) -> {}
                case Passage.Items items -> items.items().forEach(item -> spans(item.spans()));
                case Passage.Table table ->
                        table.rows().forEach(row -> row.forEach(cell -> spans(cell)));
                case Passage.Rule rule -> {}
            }
        }

        private void spans(List<Span> spans) {
            for (Span span : spans) {
                switch (span) {
                    case Span.UserMention(String id) -> users.add(id);
                    case Span.GroupMention(String id, String label) -> usergroups.add(id);
                    case Span.Broadcast(String range) -> broadcasts.add(range);
                    case Span.Styled(Span.Style style, List<Span> inside) -> spans(inside);
                    case Span.Text text -> {}
                    case Span.Code code -> {}
                    case Span.ChannelMention channel -> {}
                    case Span.Link link -> {}
                    case Span.Date date -> {}
                    case Span.Emoji emoji -> {}
                }
            }
        }
    }

    /** Whether a token stands inside code, where it is not established what Slack does with it. */
    public static boolean tokenInCode(List<Passage> passages) {
        return passages.stream().anyMatch(Mentions::tokenInCode);
    }

    private static boolean tokenInCode(Passage passage) {
        return switch (passage) {
            case Passage.Preformatted(String text) -> TOKEN_IN_CODE.matcher(text).find();
            case Passage.Paragraph(List<Span> spans) ->
                    spans.stream()
                            .anyMatch(span ->
                                    span instanceof Span.Code(String text)
                                            && TOKEN_IN_CODE.matcher(text).find());
            default -> false;
        };
    }
}
