package io.muster.core.statuspage;

import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how a team file describes its status page. */
public final class PublicPageReader {
    /** As many as one form in the chat asks about. */
    public static final int MOST_COMPONENTS = 25;

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_NAME = 60;
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"']+");
    private static final Pattern PLAIN =
            Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~-]+)*");
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>\"']+@[^@\\s<>\"']+");

    private PublicPageReader() {}

    /** Reads the section. */
    public static PublicPage read(Passage passage) {
        Form form = passage.form("title", "url", "components", "contact", "subscribe");
        return new PublicPage(
                form.need("title").text(LONGEST_TITLE),
                form.find("url").flatMap(p -> like(p, "https://status.example.com", WEB)),
                components(form.need("components")),
                form.find("contact").flatMap(p -> like(p, "support@example.com", MAIL, WEB)),
                form.find("subscribe")
                        .flatMap(p -> like(p, "https://muster.example.com/status", PLAIN)));
    }

    private static List<String> components(Passage passage) {
        List<String> names = List.copyOf(passage.each(PublicPageReader::component));
        if (names.size() > MOST_COMPONENTS) {
            passage.problem(
                    "has more than " + MOST_COMPONENTS + " components.",
                    "Name what your users know by a name of its own, and nothing smaller.");
        }
        return names;
    }

    private static String component(Passage entry) {
        String name = entry.text(LONGEST_NAME);
        if (name.contains(";")) {
            entry.problem(
                    "has a semicolon, which stands between components where they are listed.",
                    "Write the name without it.");
        }
        return name;
    }

    private static Optional<String> like(Passage passage, String example, Pattern... patterns) {
        String words = passage.text();
        for (Pattern pattern : patterns) {
            if (pattern.matcher(words).matches()) {
                return Optional.of(words);
            }
        }
        if (!words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is not an address.",
                    "Write one like `" + example + "`.");
        }
        return Optional.empty();
    }
}
