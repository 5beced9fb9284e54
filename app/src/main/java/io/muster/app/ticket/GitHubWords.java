package io.muster.app.ticket;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words as GitHub shows them. Neither {@code @name} nor {@code #12} nor an address becomes a link:
 * GitHub would tell people and tickets that have nothing to do with this.
 */
final class GitHubWords {
    /** A space without width, which no reference can contain. */
    private static final String GAP = "&#8203;";

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]()+\\-.!|~=$]");
    private static final Pattern ISSUE = Pattern.compile("(?i)\\bgh-(?=\\d)");

    private GitHubWords() {}

    /** The body of an issue or of a comment, with the mark by which it is found again. */
    static String body(List<String> paragraphs, String mark) {
        return paragraphs.stream().map(GitHubWords::escaped).collect(Collectors.joining("\n\n"))
                + "\n\n"
                + marker(mark);
    }

    /** Not shown, but kept. */
    static String marker(String mark) {
        return "<!-- " + mark + " -->";
    }

    /** Titles know no markup, but references. */
    static String title(String words) {
        return words.replace("@", "@\u200B").replace("#", "#\u200B");
    }

    static String escaped(String words) {
        String lines = words.lines().map(String::strip).collect(Collectors.joining("\n"));
        String issues = ISSUE.matcher(lines).replaceAll(m -> m.group() + "\u200B");
        String entities = issues.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return MARKUP.matcher(entities)
                .replaceAll("\\\\$0")
                .replace("@", "@\u200B")
                .replace("#", "#\u200B")
                .replace("://", ":\u200B//")
                .replace("\u200B", GAP);
    }
}
