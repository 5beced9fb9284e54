package io.muster.app.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Words in HTML and XML. Whatever a person typed comes out as words and nothing else. */
final class Markup {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Markup() {}

    /** Escaped for text and for attributes; what no document may hold is left out. */
    static String escape(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        words.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        case '\'' -> safe.append("&#39;");
                        default -> {
                            if (isAllowed(c)) {
                                safe.appendCodePoint(c);
                            }
                        }
                    }
                });
        return safe.toString();
    }

    /** The same for headings, which are never empty: whoever cannot see them moves by them. */
    static String heading(String words) {
        String safe = escape(words).strip();
        return safe.isEmpty() ? "Without a title" : safe;
    }

    /** Paragraphs, as empty lines part them. */
    static String paragraphs(String words) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : words.strip().split("\\R\\s*\\R")) {
            html.append("<p>")
                    .append(escape(paragraph.strip()).replaceAll("\\R", "<br>"))
                    .append("</p>\n");
        }
        return html.toString();
    }

    /** A time that people and programs can read. */
    static String time(Instant at) {
        return "<time datetime=\""
                + at.truncatedTo(ChronoUnit.SECONDS)
                + "\">"
                + MINUTE.format(at)
                + "</time>";
    }

    /** From when until when, in words and not yet escaped. */
    static String period(Instant from, Instant to) {
        return MINUTE.format(from) + " to " + MINUTE.format(to);
    }

    private static boolean isAllowed(int c) {
        boolean control = c < 0x20 ? c != '\n' && c != '\t' : c >= 0x7F && c <= 0x9F;
        boolean never = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !control && !never && !(c >= 0xD800 && c <= 0xDFFF);
    }
}
