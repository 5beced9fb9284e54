package io.muster.app.sandbox.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the inside of a paragraph, in mrkdwn or in markdown: they differ in their marks only. */
final class InlineParser {
    private static final Map<String, Span.Style> MRKDWN_MARKS =
            Map.of("*", Span.Style.BOLD, "_", Span.Style.ITALIC, "~", Span.Style.STRIKE);
    private static final Map<String, Span.Style> MARKDOWN_MARKS =
            Map.of(
                    "**", Span.Style.BOLD,
                    "__", Span.Style.BOLD,
                    "*", Span.Style.ITALIC,
                    "_", Span.Style.ITALIC,
                    "~~", Span.Style.STRIKE);
    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):");
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>|]*[^\\s<>|.,;:!?)'\"]");
    private static final Pattern MARKDOWN_LINK =
            Pattern.compile("!?\\[([^\\]]*)]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");

    private final String source;
    private final Map<String, Span.Style> marks;
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private InlineParser(String source, Map<String, Span.Style> marks) {
        this.source = source;
        this.marks = marks;
    }

    static List<Span> mrkdwn(String text) {
        return new InlineParser(text, MRKDWN_MARKS).parse();
    }

    static List<Span> markdown(String text) {
        return new InlineParser(text, MARKDOWN_MARKS).parse();
    }

    private List<Span> parse() {
        while (at < source.length()) {
            if (!escaped()
                    && !token()
                    && !code()
                    && !styled()
                    && !markdownLink()
                    && !url()
                    && !emoji()) {
                plain.append(source.charAt(at++));
            }
        }
        endPlain();
        return spans;
    }

    /** In markdown a backslash takes the meaning from the mark that follows it. */
    private boolean escaped() {
        boolean escapes =
                marks.containsKey("**")
                        && source.charAt(at) == '\\'
                        && at + 1 < source.length()
                        && ESCAPABLE.indexOf(source.charAt(at + 1)) >= 0;
        if (escapes) {
            plain.append(source.charAt(at + 1) == '&' ? "&amp;" : source.charAt(at + 1));
            at += 2;
        }
        return escapes;
    }

    /** {@code <…>}: a mention, a link, a date. */
    private boolean token() {
        if (source.charAt(at) != '<') {
            return false;
        }
        int close = source.indexOf('>', at);
        if (close < 0) {
            return false;
        }
        return Tokens.read(source.substring(at + 1, close))
                .map(span -> add(span, close + 1))
                .orElse(false);
    }

    private boolean code() {
        if (source.charAt(at) != '`') {
            return false;
        }
        int close = source.indexOf('`', at + 1);
        int lineEnd = source.indexOf('\n', at);
        if (close <= at + 1 || (lineEnd >= 0 && lineEnd < close)) {
            return false;
        }
        return add(new Span.Code(Escapes.undo(source.substring(at + 1, close))), close + 1);
    }

    private boolean styled() {
        for (int length = 2; length >= 1; length--) {
            if (at + length > source.length()) {
                continue;
            }
            String mark = source.substring(at, at + length);
            Span.Style style = marks.get(mark);
            int close = style == null ? -1 : closing(mark);
            if (style != null && close > 0) {
                String inside = source.substring(at + length, close);
                return add(
                        new Span.Styled(style, new InlineParser(inside, marks).parse()),
                        close + length);
            }
        }
        return false;
    }

    /** Where the style that opens here ends; -1 when it does not open here or never ends. */
    private int closing(String mark) {
        int start = at + mark.length();
        boolean opens =
                (at == 0 || !Character.isLetterOrDigit(source.charAt(at - 1)))
                        && start < source.length()
                        && !Character.isWhitespace(source.charAt(start))
                        && !source.startsWith(mark, start);
        if (!opens) {
            return -1;
        }
        for (int i = source.indexOf(mark, start); i >= 0; i = source.indexOf(mark, i + 1)) {
            if (source.substring(start, i).indexOf('\n') >= 0) {
                return -1;
            }
            int after = i + mark.length();
            boolean closes =
                    !(marks.containsKey("**") && source.charAt(i - 1) == '\\')
                            && !Character.isWhitespace(source.charAt(i - 1))
                            && (after >= source.length()
                                    || !Character.isLetterOrDigit(source.charAt(after)));
            if (closes && !insideToken(start, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean insideToken(int from, int position) {
        int open = source.lastIndexOf('<', position);
        return open >= from && source.indexOf('>', open) > position;
    }

    private boolean markdownLink() {
        if (!marks.containsKey("**") || (source.charAt(at) != '[' && source.charAt(at) != '!')) {
            return false;
        }
        Matcher link = MARKDOWN_LINK.matcher(source).region(at, source.length());
        if (!link.lookingAt()) {
            return false;
        }
        String target = link.group(2);
        Span span =
                Tokens.canvasMention(target)
                        .orElseGet(() -> new Span.Link(target, Escapes.undo(link.group(1))));
        return add(span, link.end());
    }

    private boolean url() {
        Matcher url = URL.matcher(source).region(at, source.length());
        if (source.charAt(at) != 'h' || !url.lookingAt()) {
            return false;
        }
        String address = Escapes.undo(url.group());
        return add(new Span.Link(address, address), url.end());
    }

    private boolean emoji() {
        Matcher emoji = EMOJI.matcher(source).region(at, source.length());
        if (source.charAt(at) != ':' || !emoji.lookingAt()) {
            return false;
        }
        return add(new Span.Emoji(emoji.group(1)), emoji.end());
    }

    private boolean add(Span span, int next) {
        endPlain();
        spans.add(span);
        at = next;
        return true;
    }

    private void endPlain() {
        if (!plain.isEmpty()) {
            spans.add(new Span.Text(Escapes.undo(plain.toString())));
            plain.setLength(0);
        }
    }
}
