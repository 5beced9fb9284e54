package io.muster.app.policy;

import io.muster.core.written.Written;

import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the tree of one document out of the parser's events. It builds it itself, because then a
 * file that is too deep, or small on disk and huge in memory, is refused before it is built.
 */
final class YamlTree {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 20_000;
    private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");

    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int parts;

    YamlTree(Iterator<Event> events) {
        this.events = events;
    }

    /** The tree of the only document. */
    Written only() {
        events.next(); // the stream starts
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            throw new Unreadable(1, "The file is empty.", "Start from a copy of a built-in one.");
        }
        Written tree = node(events.next(), 1);
        events.next(); // the document ends
        Event last = events.next();
        if (last.getEventId() != Event.ID.StreamEnd) {
            throw new Unreadable(
                    line(last), "The file holds a second document.", "Take out the `---` line.");
        }
        return tree;
    }

    private Written node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new Unreadable(
                    line(event),
                    "The file is nested more than " + DEEPEST + " levels deep.",
                    "Nothing that Muster reads lies that deep: check brackets and indentation.");
        }
        if (event instanceof AliasEvent alias) {
            return repeated(alias);
        }
        int before = parts;
        count(1, event);
        Written node =
                switch (event.getEventId()) {
                    case SequenceStart -> sequence(event, depth);
                    case MappingStart -> mapping(event, depth);
                    default -> scalar((ScalarEvent) event);
                };
        refuseTag(event);
        Anchored repeatable = new Anchored(node, parts - before);
        if (event instanceof NodeEvent named) {
            named.getAnchor().ifPresent(anchor -> anchors.put(anchor, repeatable));
        }
        return node;
    }

    private Written sequence(Event start, int depth) {
        List<Written> items = new ArrayList<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
            items.add(node(e, depth + 1));
        }
        return new Written.Sequence(items, line(start), column(start));
    }

    private Written mapping(Event start, int depth) {
        List<Written.Entry> entries = new ArrayList<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
            if (!(node(e, depth + 1) instanceof Written.Scalar key)) {
                throw new Unreadable(
                        line(e),
                        "A list or a mapping stands where a key belongs.",
                        "Write a word.");
            }
            entries.add(new Written.Entry(key, node(events.next(), depth + 1)));
        }
        return new Written.Mapping(entries, line(start), column(start));
    }

    private static Written scalar(ScalarEvent event) {
        boolean nothing = event.isPlain() && NOTHING.contains(event.getValue());
        return new Written.Scalar(nothing ? "" : event.getValue(), line(event), column(event));
    }

    /** What was written under an anchor, once more: it counts as if it were written again. */
    private Written repeated(AliasEvent alias) {
        Anchored repeatable = anchors.get(alias.getAlias());
        if (repeatable == null) {
            throw new Unreadable(
                    line(alias),
                    "`*" + alias.getAlias() + "` repeats something that is not written above it.",
                    "Mark what is meant with `&" + alias.getAlias() + "` before it is repeated.");
        }
        count(repeatable.parts(), alias);
        return repeatable.written();
    }

    private void count(int more, Event event) {
        parts += more;
        if (parts > MOST_PARTS) {
            throw new Unreadable(
                    line(event),
                    "The file holds more than " + MOST_PARTS + " words, repetitions included.",
                    "Take out what is repeated with `*`.");
        }
    }

    private static void refuseTag(Event event) {
        Optional<String> tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case CollectionStartEvent collection -> collection.getTag();
                    default -> Optional.empty();
                };
        if (tag.isPresent()) {
            throw new Unreadable(
                    line(event),
                    "The tag `" + tag.get() + "` is used, and Muster reads no tags.",
                    "Take it out: everything is words, lists and mappings.");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }

    /** Something that may be repeated, and how many parts each repetition adds. */
    private record Anchored(Written written, int parts) {}

    /** The file is YAML and yet not for us. Never leaves {@link YamlFile}. */
    static final class Unreadable extends RuntimeException {
        private final int line;
        private final String sentence;
        private final String remedy;

        Unreadable(int line, String sentence, String remedy) {
            super(sentence, null, false, false);
            this.line = line;
            this.sentence = sentence;
            this.remedy = remedy;
        }

        int line() {
            return line;
        }

        String sentence() {
            return sentence;
        }

        String remedy() {
            return remedy;
        }
    }
}
