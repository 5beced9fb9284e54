package io.muster.app.sandbox.text;

import java.util.List;

/** A run of text inside a paragraph. */
public sealed interface Span {

    /** Plain characters; may hold line breaks. */
    record Text(String text) implements Span {}

    /** Spans in one style. */
    record Styled(Style style, List<Span> inside) implements Span {
        public Styled {
            inside = List.copyOf(inside);
        }
    }

    /** Inline code, shown as typed. */
    record Code(String text) implements Span {}

    /** {@code <@U…>}. */
    record UserMention(String id) implements Span {}

    /** {@code <#C…|name>}. */
    record ChannelMention(String id, String label) implements Span {}

    /** {@code <!subteam^S…>}. */
    record GroupMention(String id, String label) implements Span {}

    /** {@code <!here>}, {@code <!channel>}, {@code <!everyone>}. */
    record Broadcast(String range) implements Span {}

    /** A link with the words shown for it. */
    record Link(String url, String label) implements Span {}

    /** {@code <!date^…>}: an instant shown in the reader's own zone. */
    record Date(long unixSeconds, String format, String url, String fallback) implements Span {}

    /** {@code :name:}. */
    record Emoji(String name) implements Span {}

    /** How a styled run looks. */
    enum Style {
        BOLD,
        ITALIC,
        STRIKE,
        UNDERLINE
    }
}
