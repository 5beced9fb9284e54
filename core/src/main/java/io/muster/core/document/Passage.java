package io.muster.core.document;

import io.muster.core.Phrase;

import java.util.List;
import java.util.stream.Stream;

/** A piece of a chapter, before anyone decides how it looks. */
public sealed interface Passage {
    /** A headline within a chapter. */
    record Subtitle(String words) implements Passage {}

    /** A sentence or two. */
    record Paragraph(Phrase phrase) implements Passage {}

    /** One thing after another. */
    record Bullets(List<Phrase> items) implements Passage {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * Things that have the same properties.
     *
     * @param rows each with one phrase for each head
     */
    record Table(List<String> heads, List<List<Phrase>> rows) implements Passage {
        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** All that it says, in reading order. */
    default List<Phrase> phrases() {
        return switch (this) {
            case Subtitle p -> List.of(Phrase.of(p.words()));
            case Paragraph p -> List.of(p.phrase());
            case Bullets p -> p.items();
            case Table p -> p.rows().stream().flatMap(List::stream).toList();
        };
    }

    /** A table, or nothing if it has no rows. */
    static Stream<Passage> table(List<String> heads, List<List<Phrase>> rows) {
        return rows.isEmpty() ? Stream.empty() : Stream.of(new Table(heads, rows));
    }
}
