package io.muster.core.policy;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that a draft begins with. {@code {word}} stands for something that the record knows;
 * {@code {word|what it is}} says in the template's own language what is to be filled in where the
 * record does not know it.
 *
 * @param audience whom it is meant for
 * @param channel by which way it goes
 */
public record Template(String audience, String channel, String subject, String text) {
    /** Nothing to begin with. */
    public static final Template BLANK = new Template("", "", "", "");

    /** Everything that can stand in braces. */
    public static final List<String> WORDS =
            List.of(
                    "incident",
                    "title",
                    "severity",
                    "now",
                    "contact",
                    "occurred",
                    "detected",
                    "aware",
                    "confirmed",
                    "contained",
                    "restored",
                    "resolved",
                    "findings",
                    "systems",
                    "data",
                    "customers",
                    "impact",
                    "cause");

    /** A word in braces; group 1 is the word. */
    static final Pattern WORD = Pattern.compile("\\{([^{}\\n]*)\\}");

    /** The word itself, without what is said of it. */
    public static String name(String inBraces) {
        int bar = inBraces.indexOf('|');
        return bar < 0 ? inBraces : inBraces.substring(0, bar);
    }

    public Template {
        Objects.requireNonNull(audience);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
    }

    /** With every word in braces replaced by what it stands for. */
    public Template filled(UnaryOperator<String> meaning) {
        return new Template(
                fill(audience, meaning),
                fill(channel, meaning),
                fill(subject, meaning),
                fill(text, meaning));
    }

    private static String fill(String pattern, UnaryOperator<String> meaning) {
        return WORD.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(meaning.apply(found.group(1))));
    }
}
