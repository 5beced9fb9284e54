package io.muster.app.slack.approval;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.approval.Revision;
import io.muster.core.approval.Wording;

import java.util.ArrayList;
import java.util.List;

/** The words themselves, shown as words and never as markup, in pieces that Slack takes. */
final class DraftText {
    static final String DRILL = "🧪 DRILL: an exercise, not to be sent to anyone";
    private static final int PIECE = 2_400;
    private static final int LOOK_BACK = 600;

    private DraftText() {}

    /** All of it. */
    static List<LayoutBlock> whole(Revision revision, IncidentView view) {
        List<LayoutBlock> blocks = new ArrayList<>(head(revision.wording(), view));
        pieces(revision.wording().text().text()).forEach(piece -> blocks.add(quote(piece)));
        return blocks;
    }

    /** The beginning, and how much more there is. */
    static List<LayoutBlock> beginning(Revision revision, IncidentView view) {
        List<String> pieces = pieces(revision.wording().text().text());
        List<LayoutBlock> blocks = new ArrayList<>(head(revision.wording(), view));
        blocks.add(quote(pieces.getFirst()));
        if (pieces.size() > 1) {
            int more = revision.wording().text().text().length() - pieces.getFirst().length();
            blocks.add(
                    Shapes.context("… and " + more + " characters more: *Read all* shows them."));
        }
        return blocks;
    }

    /** In one line: which words these are. */
    static String identity(Revision revision) {
        return "Revision "
                + revision.number()
                + " by "
                + Mrkdwn.mention(revision.author())
                + ", "
                + Mrkdwn.dateTime(revision.at())
                + " · sha-256 `"
                + revision.shortHash()
                + "`";
    }

    /** The text in pieces, cut at the end of a line where there is one. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.length() > PIECE) {
            int end = rest.lastIndexOf('\n', PIECE);
            if (end < PIECE - LOOK_BACK) {
                end = Character.isHighSurrogate(rest.charAt(PIECE - 1)) ? PIECE - 1 : PIECE;
            }
            pieces.add(rest.substring(0, end));
            rest = rest.substring(rest.charAt(end) == '\n' ? end + 1 : end);
        }
        pieces.add(rest);
        return pieces;
    }

    private static List<LayoutBlock> head(Wording wording, IncidentView view) {
        boolean drill = view.incident().header().drill();
        List<LayoutBlock> blocks = new ArrayList<>();
        if (drill) {
            blocks.add(Shapes.section("*" + DRILL + "*"));
        }
        blocks.add(
                Shapes.fields(
                        List.of(
                                field("To", wording.audience()),
                                field("By", wording.channel()),
                                field(
                                        "Subject",
                                        new FreeText(
                                                (drill ? "DRILL · " : "")
                                                        + wording.subject().text())))));
        return blocks;
    }

    private static String field(String label, FreeText words) {
        return "*" + label + "*\n" + (words.isBlank() ? "–" : Mrkdwn.escape(words));
    }

    private static LayoutBlock quote(String words) {
        String shown = Foreign.harmless(words.isEmpty() ? "–" : words);
        return RichTextBlock.builder()
                .elements(
                        List.of(
                                RichTextQuoteElement.builder()
                                        .elements(
                                                List.of(
                                                        RichTextSectionElement.Text.builder()
                                                                .text(shown)
                                                                .build()))
                                        .build()))
                .build();
    }
}
