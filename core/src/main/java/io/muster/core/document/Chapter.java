package io.muster.core.document;

import java.util.List;
import java.util.Objects;

/** A titled part of the document. */
public record Chapter(String title, List<Passage> passages) {
    public Chapter {
        Objects.requireNonNull(title);
        passages = List.copyOf(passages);
    }

    /** Nothing to say; left out. */
    static Chapter none(String title) {
        return new Chapter(title, List.of());
    }
}
