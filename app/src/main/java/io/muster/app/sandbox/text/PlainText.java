package io.muster.app.sandbox.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Passages as a person reads them aloud: names instead of ids, dates in their zone, no marks. */
public final class PlainText {
    private final Names names;
    private final ZoneId zone;
    private final Instant now;

    public PlainText(Names names, ZoneId zone, Instant now) {
        this.names = names;
        this.zone = zone;
        this.now = now;
    }

    public String of(List<Passage> passages) {
        return passages.stream().map(this::of).collect(Collectors.joining("\n"));
    }

    private String of(Passage passage) {
        return switch (passage) {
            case Passage.Paragraph(List<Span> spans) -> line(spans);
            case Passage.Heading(int level, List<Span> spans) -> line(spans);
            case Passage.Quote(List<Span> spans) -> line(spans);
            case Passage.Preformatted(String text) -> text;
            case Passage.Items items ->
                    items.items().stream()
                            .map(item -> box(item.box()) + line(item.spans()))
                            .collect(Collectors.joining("\n"));
            case Passage.Table table ->
                    table.rows().stream()
                            .map(row ->
                                    row.stream().map(this::line).collect(Collectors.joining(" | ")))
                            .collect(Collectors.joining("\n"));
            case Passage.Rule rule -> "";
        };
    }

    private static String box(Passage.Box box) {
        return switch (box) {
            case NONE -> "• ";
            case OPEN -> "☐ ";
            case TICKED -> "☑ ";
        };
    }

    public String line(List<Span> spans) {
        return spans.stream().map(this::of).collect(Collectors.joining());
    }

    private String of(Span span) {
        return switch (span) {
            case Span.Text(String text) -> text;
            case Span.Styled(Span.Style style, List<Span> inside) -> line(inside);
            case Span.Code(String text) -> text;
            case Span.UserMention(String id) -> "@" + names.user(id);
            case Span.ChannelMention(String id, String label) -> "#" + names.channel(id);
            case Span.GroupMention(String id, String label) -> "@" + names.usergroup(id);
            case Span.Broadcast(String range) -> "@" + range;
            case Span.Link(String url, String label) -> label;
            case Span.Date date ->
                    DateTokens.known(date.format())
                            ? DateTokens.render(date, zone, now)
                            : date.fallback();
            case Span.Emoji(String name) -> Emoji.character(name).orElse(":" + name + ":");
        };
    }
}
