package io.muster.core.policy;

import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How incidents come to light. */
final class DetectionReader {
    private static final int MOST = 30;
    private static final Choices<String> SOURCES =
            Choices.of(word -> word, Detection.SOURCES.toArray(new String[0]));

    private DetectionReader() {}

    static List<Detection> read(Optional<Passage> passage) {
        return passage.map(DetectionReader::ways).orElse(Detection.USUAL);
    }

    private static List<Detection> ways(Passage passage) {
        List<Detection> ways = new ArrayList<>();
        passage.named(Naming.WORDS, "health-check").forEach((n, part) -> ways.add(way(n, part)));
        if (ways.size() > MOST) {
            passage.problem(
                    "has more than " + MOST + " ways.",
                    "Bring some of them together: nobody reads so many in a hurry.");
        }
        return ways;
    }

    private static Detection way(String name, Passage passage) {
        Form form = passage.form("title", "source");
        return new Detection(
                new DetectionName(name),
                RoleReader.title(form.need("title")),
                form.need("source").choice(SOURCES));
    }
}
