package io.muster.app.sandbox.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Slack's own markup. Reads what a reader would see; how styles open and close follows the client:
 * a mark counts only where a word begins or ends.
 */
public final class Mrkdwn {
    private static final String FENCE = "```";

    private Mrkdwn() {}

    public static List<Passage> parse(String text) {
        List<Passage> passages = new ArrayList<>();
        String rest = text;
        for (int open = rest.indexOf(FENCE); open >= 0; open = rest.indexOf(FENCE)) {
            int close = rest.indexOf(FENCE, open + FENCE.length());
            if (close < 0) {
                break;
            }
            lines(rest.substring(0, open), passages);
            String code = rest.substring(open + FENCE.length(), close);
            passages.add(new Passage.Preformatted(Escapes.undo(trimBreaks(code))));
            rest = trimFirstBreak(rest.substring(close + FENCE.length()));
        }
        lines(rest, passages);
        return passages;
    }

    /** Consecutive quoted lines are one quote, the lines between them one paragraph. */
    private static void lines(String text, List<Passage> into) {
        if (text.isEmpty()) {
            return;
        }
        List<String> gathered = new ArrayList<>();
        boolean quoting = false;
        for (String line : text.split("\n", -1)) {
            boolean quoted = quoteMark(line) > 0;
            if (quoted != quoting) {
                flush(gathered, quoting, into);
                quoting = quoted;
            }
            gathered.add(line.substring(quoteMark(line)));
        }
        flush(gathered, quoting, into);
    }

    private static int quoteMark(String line) {
        for (String mark : List.of("&gt; ", "&gt;", "> ", ">")) {
            if (line.startsWith(mark)) {
                return mark.length();
            }
        }
        return 0;
    }

    private static void flush(List<String> lines, boolean quote, List<Passage> into) {
        String joined = String.join("\n", lines);
        lines.clear();
        if (joined.isBlank()) {
            return;
        }
        List<Span> spans = InlineParser.mrkdwn(trimBreaks(joined));
        into.add(quote ? new Passage.Quote(spans) : new Passage.Paragraph(spans));
    }

    private static String trimBreaks(String text) {
        String trimmed = trimFirstBreak(text);
        return trimmed.endsWith("\n") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }

    private static String trimFirstBreak(String text) {
        return text.startsWith("\n") ? text.substring(1) : text;
    }
}
