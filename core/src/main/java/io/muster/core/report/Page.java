package io.muster.core.report;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.document.Chapter;
import io.muster.core.document.IncidentDocument;
import io.muster.core.document.Passage;

import java.util.List;
import java.util.function.Function;

/**
 * A document as one web page that needs nothing beside itself: no script, no picture, no font from
 * elsewhere. It reads well on paper too.
 */
public final class Page {
    private static final int SMALL = 16;
    private static final String STYLE =
            """
            :root { color-scheme: light; }
            body { font: 15px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif;
              color: #1d1c1d; background: #fff; max-width: 72rem; margin: 2.5rem auto;
              padding: 0 1.5rem; }
            h1 { font-size: 1.9rem; margin: 0 0 .5rem; }
            h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: 1rem;
              border-top: 2px solid #1d1c1d; }
            h3 { font-size: 1.02rem; margin: 1.5rem 0 .4rem; }
            p { max-width: 48rem; }
            .preface { color: #4a4a4a; font-size: 1.05rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-size: .87rem; }
            th, td { border-bottom: 1px solid #d9d6d0; padding: .38rem .6rem;
              vertical-align: top; overflow-wrap: anywhere; }
            th { text-align: left; background: #f3f2ef; overflow-wrap: normal; }
            th:first-child, td:first-child { white-space: nowrap; overflow-wrap: normal; }
            code { font: .86em ui-monospace, Menlo, Consolas, monospace; background: #f3f2ef;
              padding: .08em .3em; border-radius: 3px; }
            td code { background: none; padding: 0; white-space: nowrap; }
            .at { white-space: nowrap; }
            @media print { body { margin: 0; max-width: none; font-size: 10pt; }
              h2, h3 { break-after: avoid; } tr { break-inside: avoid; } }
            """;

    private final Function<PersonId, String> names;

    /**
     * @param names how people are called
     */
    public Page(Function<PersonId, String> names) {
        this.names = names;
    }

    /** The whole page. */
    public String of(IncidentDocument document) {
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(escape(document.title().plain(names)))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(line(document.title()))
                .append("</h1>\n<p class=\"preface\">")
                .append(line(document.preface()))
                .append("</p>\n");
        document.chapters().forEach(chapter -> chapter(page, chapter));
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void chapter(StringBuilder page, Chapter chapter) {
        page.append("<h2>").append(escape(chapter.title())).append("</h2>\n");
        for (Passage passage : chapter.passages()) {
            switch (passage) {
                case Passage.Subtitle p ->
                        page.append("<h3>").append(escape(p.words())).append("</h3>\n");
                case Passage.Paragraph p ->
                        page.append("<p>").append(line(p.phrase())).append("</p>\n");
                case Passage.Bullets p -> bullets(page, p.items());
                case Passage.Table p -> table(page, p);
            }
        }
    }

    private void bullets(StringBuilder page, List<Phrase> items) {
        page.append("<ul>\n");
        items.forEach(item -> page.append("<li>").append(line(item)).append("</li>\n"));
        page.append("</ul>\n");
    }

    private void table(StringBuilder page, Passage.Table table) {
        page.append("<div class=\"wide\"><table>\n<thead><tr>");
        table.heads()
                .forEach(h -> page.append("<th scope=\"col\">").append(escape(h)).append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        for (List<Phrase> row : table.rows()) {
            page.append("<tr>");
            row.forEach(cell -> cell(page, cell));
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table></div>\n");
    }

    /** What is short, such as the place of an entry, is not broken into two lines. */
    private void cell(StringBuilder page, Phrase cell) {
        boolean small = cell.plain(names).length() <= SMALL;
        page.append(small ? "<td class=\"at\">" : "<td>").append(line(cell)).append("</td>");
    }

    private String line(Phrase phrase) {
        StringBuilder text = new StringBuilder();
        for (Phrase.Part part : phrase.parts()) {
            String plain = escape(new Phrase(List.of(part)).plain(names));
            text.append(
                    switch (part) {
                        case Phrase.Part.Strong ignored -> "<strong>" + plain + "</strong>";
                        case Phrase.Part.Code ignored -> "<code>" + plain + "</code>";
                        case Phrase.Part.At ignored -> "<span class=\"at\">" + plain + "</span>";
                        case Phrase.Part.Words ignored -> plain;
                        case Phrase.Part.Where ignored -> plain;
                        case Phrase.Part.Who ignored -> plain;
                        case Phrase.Part.Quote ignored -> plain;
                    });
        }
        return text.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
