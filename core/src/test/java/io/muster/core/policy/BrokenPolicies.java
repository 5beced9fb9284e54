package io.muster.core.policy;

import io.muster.core.written.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The small policy with something wrong in it, again and again, and everything that must be said
 * about it. Kept as text, so that it reads like the change somebody made: {@code -} a line that was
 * there, {@code +} a line that is there now, {@code ...} between two changes, {@code @} the line of
 * a problem, followed by its path, its sentence and its remedy.
 */
final class BrokenPolicies {
    private BrokenPolicies() {}

    static Stream<Broken> all() {
        return Stream.of(resource("broken-policies.txt").split("\n(?=== )"))
                .map(block -> broken(block.lines().toList()));
    }

    /** A problem as the text says it; the line by what stands on it. */
    static List<String> said(String text, List<Problem> problems) {
        List<String> lines = text.lines().toList();
        return problems.stream()
                .map(p ->
                        "@%s\n%s%s\n%s\n→ %s"
                                .formatted(
                                        lines.get(p.line() - 1),
                                        p.path(),
                                        p.warning() ? " (warning)" : "",
                                        p.sentence(),
                                        p.remedy()))
                .toList();
    }

    static String resource(String name) {
        try (InputStream stream = BrokenPolicies.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Broken broken(List<String> block) {
        String text = SmallPolicy.TEXT;
        List<String> problems = new ArrayList<>();
        for (int i = 1; i < block.size(); i++) {
            String line = block.get(i);
            if (line.startsWith("-")) {
                int changed = i;
                while (changed < block.size() && block.get(changed).startsWith("-")) {
                    changed++;
                }
                int end = changed;
                while (end < block.size() && block.get(end).startsWith("+")) {
                    end++;
                }
                text = replace(text, lines(block, i, changed), lines(block, changed, end));
                i = end - 1;
            } else if (line.startsWith("@")) {
                problems.add(String.join("\n", block.subList(i, i + 4)));
                i += 3;
            }
        }
        return new Broken(block.getFirst().substring(3), text, problems);
    }

    private static String lines(List<String> block, int from, int to) {
        return block.subList(from, to).stream()
                .map(line -> line.substring(1) + "\n")
                .reduce("", String::concat);
    }

    private static String replace(String text, String before, String after) {
        int at = ("\n" + text).indexOf("\n" + before);
        if (at < 0) {
            throw new IllegalArgumentException("the small policy does not hold:\n" + before);
        }
        return text.substring(0, at) + after + text.substring(at + before.length());
    }

    record Broken(String what, String text, List<String> problems) {
        @Override
        public String toString() {
            return what;
        }
    }
}
