package io.muster.core.action;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks back when an action item is too vague for anyone to know when it is done. */
public final class Specific {
    private static final int FEWEST_WORDS = 3;
    private static final int SHORTEST = 12;

    private static final List<Pattern> VAGUE =
            List.of(
                    words("(be|being) more careful|pay more attention|try (harder|to)"),
                    words("look into|investigate|think about|consider|explore|discuss"),
                    words("improve|enhance|optimi[sz]e|better|more robust|harden things"),
                    words("as soon as possible|asap|at some point|eventually|later"),
                    words("make sure|ensure that (this|it) (does not|doesn['’]t|never)"),
                    words("remind (people|everyone|the team)|raise awareness|communicate better"));

    private Specific() {}

    /** Why nobody could act on these words; empty if somebody could. */
    public static Optional<String> tooShort(String text) {
        String words = text.strip();
        boolean enough = words.length() >= SHORTEST && words.split("\\s+").length >= FEWEST_WORDS;
        return enough
                ? Optional.empty()
                : Optional.of(
                        "Say what will be done, so that somebody who was not there could do it:"
                                + " \"Alert when a disk is 80 % full\".");
    }

    /** The vague words in this text; it is good enough if it says how to know that it is done. */
    public static Optional<String> vague(String text) {
        return VAGUE.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(java.util.regex.Matcher::find)
                .map(java.util.regex.Matcher::group)
                .findFirst();
    }

    private static Pattern words(String words) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
