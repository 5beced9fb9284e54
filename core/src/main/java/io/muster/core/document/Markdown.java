package io.muster.core.document;

import io.muster.core.PersonId;
import io.muster.core.Phrase;

import java.util.List;
import java.util.function.Function;

/**
 * A document as Markdown, for files and for canvases, which read the same dialect. What people
 * typed is escaped, and so is everything else that is not markup of ours: nothing in it becomes a
 * headline, a link or a mention. People are names, because a mention in a canvas would call them
 * anew with each edit; instants are UTC, because a file has no reader's zone.
 */
public final class Markdown {
    /** A canvas takes 300 cells a table; a file does not mind. */
    private static final int CELLS = 300;

    /** What Markdown, or an eager reader of it, could take for markup. */
    private static final String SPECIAL = "\\`*_~[]<>|";

    private static final int LONGEST_MARK = 12;

    private final Function<PersonId, String> names;

    /**
     * @param names how people are called
     */
    public Markdown(Function<PersonId, String> names) {
        this.names = names;
    }

    /** The whole document, its title as the first headline. */
    public String of(IncidentDocument document) {
        return "# " + line(document.title()) + "\n\n" + body(document);
    }

    /** The document without its title, for places that show that themselves. */
    public String body(IncidentDocument document) {
        StringBuilder text = new StringBuilder();
        text.append("_").append(line(document.preface())).append("_\n");
        for (Chapter chapter : document.chapters()) {
            text.append("\n## ").append(escape(chapter.title())).append("\n");
            chapter.passages().forEach(passage -> text.append("\n").append(of(passage)));
        }
        return text.toString();
    }

    /** A phrase in one line. */
    public String line(Phrase phrase) {
        StringBuilder text = new StringBuilder();
        for (Phrase.Part part : phrase.parts()) {
            text.append(
                    switch (part) {
                        case Phrase.Part.Strong p -> strong(p.words());
                        case Phrase.Part.Code p -> "`" + p.words().replace("`", "'") + "`";
                        case Phrase.Part.Words p -> plain(part);
                        case Phrase.Part.Who p -> plain(part);
                        case Phrase.Part.At p -> plain(part);
                        case Phrase.Part.Where p -> plain(part);
                        case Phrase.Part.Quote p -> plain(part);
                    });
        }
        return text.toString();
    }

    /** Foreign words as words. */
    static String escape(String foreign) {
        StringBuilder text = new StringBuilder(foreign.length() + 16);
        for (int i = 0; i < foreign.length(); i++) {
            if (isMarkup(foreign, i)) {
                text.append('\\');
            }
            text.append(foreign.charAt(i));
        }
        return text.toString().replaceAll("\\s*\\R\\s*", " ⏎ ").replaceAll("\\p{Cntrl}", " ");
    }

    private static boolean isMarkup(String text, int at) {
        String rest = text.substring(at, Math.min(text.length(), at + LONGEST_MARK));
        return switch (text.charAt(at)) {
            case ':' -> rest.startsWith("://"); // an address becomes a link by itself
            case '&' -> rest.matches("&#?\\w+;?.*"); // an entity
            case '#', '-', '+' -> at == 0 && rest.matches("(#+|[-+])(\\s.*)?");
            default -> SPECIAL.indexOf(text.charAt(at)) >= 0;
        };
    }

    private String of(Passage passage) {
        return switch (passage) {
            case Passage.Subtitle p -> "### " + escape(p.words()) + "\n";
            case Passage.Paragraph p -> line(p.phrase()) + "\n";
            case Passage.Bullets p -> bullets(p.items());
            case Passage.Table p -> tables(p);
        };
    }

    private String bullets(List<Phrase> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append("- ").append(line(item)).append("\n"));
        return text.toString();
    }

    private String tables(Passage.Table table) {
        int rows = Math.max(1, CELLS / table.heads().size() - 1);
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < table.rows().size(); from += rows) {
            text.append(from == 0 ? "" : "\n")
                    .append(row(table.heads().stream().map(Markdown::escape).toList()));
            text.append("|").append(" --- |".repeat(table.heads().size())).append("\n");
            table.rows()
                    .subList(from, Math.min(table.rows().size(), from + rows))
                    .forEach(row -> text.append(row(row.stream().map(this::line).toList())));
        }
        return text.toString();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Markup may not end in white space, or it is none. */
    private static String strong(String words) {
        String core = words.stripTrailing();
        return "**" + escape(core) + "**" + words.substring(core.length());
    }

    private String plain(Phrase.Part part) {
        return escape(new Phrase(List.of(part)).plain(names));
    }
}
