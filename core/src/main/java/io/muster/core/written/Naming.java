package io.muster.core.written;

import java.util.regex.Pattern;

/**
 * What a name may look like that the author of a file chooses.
 *
 * @param rule the same, said to people
 */
public record Naming(Pattern pattern, String rule) {
    /** Names that people type: {@code on-call}. */
    public static final Naming WORDS =
            new Naming(
                    Pattern.compile("(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                    "up to 40 lower-case letters, digits and hyphens");

    /** Whether this is such a name. */
    public boolean allows(String name) {
        return pattern.matcher(name).matches();
    }

    /** What to write instead of something that is no such name. */
    public String remedy(String example) {
        return "Use " + rule + ", such as `" + example + "`.";
    }
}
