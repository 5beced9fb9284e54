package io.muster.core.written;

import java.util.List;
import java.util.Objects;

/**
 * A piece of a written file and where it stands; lines and columns are counted from 1. Nothing has
 * been judged yet: a key may stand twice, and every number is still words.
 */
public sealed interface Written {
    /** The line on which it begins. */
    int line();

    /** The column in which it begins. */
    int column();

    /**
     * Words, a number, a date: whatever is neither a list nor a mapping; empty if nothing is there.
     */
    record Scalar(String text, int line, int column) implements Written {
        public Scalar {
            Objects.requireNonNull(text);
        }
    }

    /** A list. */
    record Sequence(List<Written> items, int line, int column) implements Written {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys with what stands beside them, in the order of the file. */
    record Mapping(List<Entry> entries, int line, int column) implements Written {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** One key of a mapping and what stands beside it. */
    record Entry(Scalar key, Written value) {
        public Entry {
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
        }
    }
}
