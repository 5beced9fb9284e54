package io.muster.app.sandbox.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Common markdown, as far as markdown blocks and canvases understand it. */
public final class Markdown {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern BULLET =
            Pattern.compile("(\\s*)[-*+]\\s+(?:\\[([ xX])]\\s+)?(.*)");
    private static final Pattern NUMBER = Pattern.compile("(\\s*)\\d+[.)]\\s+(.*)");
    private static final Pattern RULE = Pattern.compile("\\s*(?:-{3,}|\\*{3,}|_{3,})\\s*");
    private static final Pattern TABLE_LINE =
            Pattern.compile("\\s*\\|?[\\s:|-]*-[\\s:|-]*\\|[\\s:|-]*");

    private final List<String> lines;
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();
    private int at;

    private Markdown(String text) {
        this.lines = text.lines().toList();
    }

    public static List<Passage> parse(String text) {
        return new Markdown(text).parse();
    }

    private List<Passage> parse() {
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.isBlank()) {
                endParagraph();
                at++;
            } else if (!fence(line)
                    && !table()
                    && !heading(line)
                    && !rule(line)
                    && !quote(line)
                    && !list(line)) {
                paragraph.add(line);
                at++;
            }
        }
        endParagraph();
        return passages;
    }

    private boolean fence(String line) {
        if (!line.strip().startsWith("```")) {
            return false;
        }
        endParagraph();
        List<String> code = new ArrayList<>();
        for (at++; at < lines.size() && !lines.get(at).strip().startsWith("```"); at++) {
            code.add(lines.get(at));
        }
        at++;
        passages.add(new Passage.Preformatted(String.join("\n", code)));
        return true;
    }

    private boolean table() {
        boolean starts =
                lines.get(at).contains("|")
                        && at + 1 < lines.size()
                        && TABLE_LINE.matcher(lines.get(at + 1)).matches();
        if (!starts) {
            return false;
        }
        endParagraph();
        List<List<List<Span>>> rows = new ArrayList<>();
        rows.add(cells(lines.get(at)));
        for (at += 2; at < lines.size() && lines.get(at).contains("|"); at++) {
            rows.add(cells(lines.get(at)));
        }
        passages.add(new Passage.Table(rows));
        return true;
    }

    private static List<List<Span>> cells(String line) {
        String inner = line.strip();
        inner = inner.startsWith("|") ? inner.substring(1) : inner;
        inner = inner.endsWith("|") ? inner.substring(0, inner.length() - 1) : inner;
        List<List<Span>> cells = new ArrayList<>();
        for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
            cells.add(InlineParser.markdown(cell.strip()));
        }
        return cells;
    }

    private boolean heading(String line) {
        Matcher heading = HEADING.matcher(line);
        if (!heading.matches()) {
            return false;
        }
        endParagraph();
        passages.add(
                new Passage.Heading(
                        heading.group(1).length(), InlineParser.markdown(heading.group(2))));
        at++;
        return true;
    }

    private boolean rule(String line) {
        if (!RULE.matcher(line).matches()) {
            return false;
        }
        endParagraph();
        passages.add(new Passage.Rule());
        at++;
        return true;
    }

    private boolean quote(String line) {
        if (!line.startsWith(">")) {
            return false;
        }
        endParagraph();
        List<String> quoted = new ArrayList<>();
        for (; at < lines.size() && lines.get(at).startsWith(">"); at++) {
            quoted.add(lines.get(at).substring(1).strip());
        }
        passages.add(new Passage.Quote(InlineParser.markdown(String.join("\n", quoted))));
        return true;
    }

    private boolean list(String line) {
        boolean ordered = NUMBER.matcher(line).matches();
        Pattern mark = ordered ? NUMBER : BULLET;
        if (!mark.matcher(line).matches()) {
            return false;
        }
        endParagraph();
        int indent = indent(line);
        List<Passage.Item> items = new ArrayList<>();
        for (; at < lines.size() && indent(lines.get(at)) == indent; at++) {
            Matcher item = mark.matcher(lines.get(at));
            if (!item.matches()) {
                break;
            }
            String words = item.group(ordered ? 2 : 3);
            items.add(new Passage.Item(box(item, ordered), InlineParser.markdown(words)));
        }
        passages.add(new Passage.Items(ordered, indent, items));
        return true;
    }

    private static Passage.Box box(Matcher item, boolean ordered) {
        if (ordered || item.group(2) == null) {
            return Passage.Box.NONE;
        }
        return item.group(2).isBlank() ? Passage.Box.OPEN : Passage.Box.TICKED;
    }

    private static int indent(String line) {
        return (line.length() - line.stripLeading().length()) / 2;
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            passages.add(
                    new Passage.Paragraph(InlineParser.markdown(String.join("\n", paragraph))));
            paragraph.clear();
        }
    }
}
