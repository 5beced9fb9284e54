package io.muster.core.report;

import io.muster.core.Phrase;
import io.muster.core.document.Passage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table as it grows, row by row. */
final class Table {
    private final List<String> heads;
    private final List<List<Phrase>> rows = new ArrayList<>();

    Table(String... heads) {
        this.heads = List.of(heads);
    }

    Table row(Phrase... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The table, or this sentence if it has no rows. */
    Passage or(String sentence) {
        return rows.isEmpty()
                ? new Passage.Paragraph(Phrase.of(sentence))
                : new Passage.Table(heads, rows);
    }

    Stream<Passage> ifAny() {
        return Passage.table(heads, rows);
    }

    static Phrase words(Object words) {
        return Phrase.of(String.valueOf(words));
    }

    static Phrase code(String words) {
        return Phrase.EMPTY.code(words);
    }

    static Phrase at(java.time.Instant instant) {
        return Phrase.EMPTY.at(instant);
    }
}
