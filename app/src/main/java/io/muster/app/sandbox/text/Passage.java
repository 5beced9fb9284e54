package io.muster.app.sandbox.text;

import java.util.List;

/** A paragraph, or something that stands where a paragraph could. */
public sealed interface Passage {

    /** Lines of running text. */
    record Paragraph(List<Span> spans) implements Passage {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /** A heading of a markdown text. */
    record Heading(int level, List<Span> spans) implements Passage {
        public Heading {
            spans = List.copyOf(spans);
        }
    }

    /** Quoted lines. */
    record Quote(List<Span> spans) implements Passage {
        public Quote {
            spans = List.copyOf(spans);
        }
    }

    /** A block of code. */
    record Preformatted(String text) implements Passage {}

    /** A list. */
    record Items(boolean ordered, int indent, List<Item> items) implements Passage {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** One line of a list, with a box to tick or without. */
    record Item(Box box, List<Span> spans) {
        public Item {
            spans = List.copyOf(spans);
        }
    }

    /** The box before a list item. */
    enum Box {
        NONE,
        OPEN,
        TICKED
    }

    /** Rows of cells; the first row is the head. */
    record Table(List<List<List<Span>>> rows) implements Passage {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** A horizontal line. */
    record Rule() implements Passage {}
}
