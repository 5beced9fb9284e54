package io.muster.core.postmortem;

import io.muster.core.Phrase;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** One chapter of the document: a headline, where its words come from, and paragraphs. */
public record Chapter(String name, String title, Origin origin, List<Phrase> paragraphs) {
    public Chapter {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(origin);
        paragraphs = List.copyOf(paragraphs);
    }

    /** Who answers for the words. */
    public sealed interface Origin {
        /** The record wrote it. */
        record TheRecord() implements Origin {}

        /** A person wrote it. */
        record Written(Actor by, Instant at) implements Origin {}

        /** The record began it, and nobody has taken it for theirs yet. */
        record Drafted() implements Origin {}

        /** There is nothing yet. */
        record Missing() implements Origin {}
    }
}
