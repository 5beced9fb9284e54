package io.muster.app.slack.document;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.document.Chapter;
import io.muster.core.document.IncidentDocument;
import io.muster.core.document.Passage;
import io.muster.core.incident.IncidentId;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The document as one pinned message, for workspaces without canvases: as many of its chapters, and
 * as many lines of each, as a message holds. The rest is in the exported file.
 */
public final class DocumentMessage {
    private static final int LINES = 14;

    /** Slack refuses a message of too many characters and does not say how many that are. */
    private static final int ROOM = 11_000;

    private static final int QUOTE = 280;

    /** How the document writes that there is nothing to say. */
    private static final String NOTHING = "–";

    private DocumentMessage() {}

    /** The message as it should look now. */
    public static Message of(IncidentId incident, IncidentDocument document) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.header("📄 Incident document · " + incident));
        List<Chapter> shown = shown(document);
        for (Chapter chapter : shown) {
            blocks.add(Shapes.section("*" + Mrkdwn.escape(chapter.title()) + "*"));
            blocks.add(RichText.lines(lines(chapter)));
        }
        blocks.add(
                Shapes.actions(
                        "document",
                        List.of(
                                Shapes.button(
                                        "Export", "export", String.valueOf(incident.number())))));
        blocks.add(
                Shapes.context(
                        "Kept current by Muster from the record. This workspace has no canvas for it:"
                                + " *Export* gives the whole document as a file."
                                + leftOut(document, shown)));
        return new Message(text(incident, shown), blocks);
    }

    /**
     * What fits: before all else how it stands and what happened last, which are the first chapter
     * and the last; then the others in the document's order, as far as there is room.
     */
    private static List<Chapter> shown(IncidentDocument document) {
        List<Chapter> all = document.chapters();
        if (all.size() < 3) {
            return all;
        }
        int room = ROOM - size(all.getFirst()) - size(all.getLast());
        List<Chapter> shown = new ArrayList<>(List.of(all.getFirst()));
        for (Chapter chapter : all.subList(1, all.size() - 1)) {
            if (size(chapter) <= room) {
                room -= size(chapter);
                shown.add(chapter);
            }
        }
        shown.add(all.getLast());
        return shown;
    }

    private static int size(Chapter chapter) {
        return lines(chapter).stream().mapToInt(line -> line.plain(PersonId::value).length()).sum();
    }

    private static String leftOut(IncidentDocument document, List<Chapter> shown) {
        List<String> titles =
                document.chapters().stream()
                        .filter(chapter -> !shown.contains(chapter))
                        .map(chapter -> Mrkdwn.escape(chapter.title()))
                        .toList();
        return titles.isEmpty()
                ? ""
                : " Only there, for lack of room: " + String.join(", ", titles) + ".";
    }

    /** What takes its place when the document has moved. */
    public static Message moved(IncidentId incident) {
        return Message.of("📄 The document of " + incident + " is now the canvas of this channel.");
    }

    private static String text(IncidentId incident, List<Chapter> shown) {
        return "📄 Incident document of "
                + incident
                + "\n"
                + shown.stream()
                        .map(chapter ->
                                "*"
                                        + Mrkdwn.escape(chapter.title())
                                        + "*\n"
                                        + lines(chapter).stream()
                                                .map(Mrkdwn::of)
                                                .collect(Collectors.joining("\n")))
                        .collect(Collectors.joining("\n"));
    }

    private static List<Phrase> lines(Chapter chapter) {
        List<Phrase> lines = chapter.passages().stream().flatMap(p -> lines(p).stream()).toList();
        if (lines.size() <= LINES) {
            return lines;
        }
        List<Phrase> some = new ArrayList<>(lines.subList(0, LINES));
        some.add(Phrase.of("… and " + (lines.size() - LINES) + " more in the exported file"));
        return some;
    }

    private static List<Phrase> lines(Passage passage) {
        return switch (passage) {
            case Passage.Subtitle p -> List.of(Phrase.EMPTY.strong(p.words()));
            case Passage.Paragraph p -> List.of(shortened(p.phrase()));
            case Passage.Bullets p ->
                    p.items().stream().map(i -> Phrase.of("• ").then(shortened(i))).toList();
            case Passage.Table p -> p.rows().stream().map(row -> row(p.heads(), row)).toList();
        };
    }

    /** The first cell names the row; of the others those that say something, with their heads. */
    private static Phrase row(List<String> heads, List<Phrase> cells) {
        Phrase phrase = Phrase.of("• ").then(cells.getFirst()).say(":");
        String before = " ";
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).plain(PersonId::value).equals(NOTHING)) {
                String head = heads.get(i).toLowerCase(Locale.ROOT);
                phrase = phrase.say(before + head + " ").then(shortened(cells.get(i)));
                before = " · ";
            }
        }
        return phrase;
    }

    private static Phrase shortened(Phrase phrase) {
        return new Phrase(
                phrase.parts().stream()
                        .map(part ->
                                part instanceof Phrase.Part.Quote(FreeText words)
                                        ? new Phrase.Part.Quote(
                                                new FreeText(Foreign.atMost(words.text(), QUOTE)))
                                        : part)
                        .toList());
    }
}
