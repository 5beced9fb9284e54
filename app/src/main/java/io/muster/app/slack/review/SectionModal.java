package io.muster.app.slack.review;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.policy.ReviewSection;
import io.muster.core.postmortem.DraftText;
import io.muster.core.review.Wording;
import io.muster.core.review.Wordings;
import io.muster.core.review.WrittenSection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One section to write in. It remembers which text its writer saw, so that two people who write at
 * once lose nothing.
 */
final class SectionModal {
    static final String CALLBACK = "review-section";

    private static final int WARNINGS = 5;

    private SectionModal() {}

    /** The section as it stands, or as the record begins it. */
    static View of(IncidentView view, ReviewSection section, Collection<String> names) {
        Optional<WrittenSection> written = written(view, section);
        FreeText draft = DraftText.of(section, view.incident(), view.policy());
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!section.hint().isBlank()) {
            blocks.add(Shapes.context(Mrkdwn.escape(section.hint())));
        }
        if (written.isEmpty() && !draft.isBlank()) {
            blocks.add(
                    Shapes.context(
                            "📝 Begun from the record. Correct it: saving makes it your words."));
        }
        blocks.addAll(warnings(written.map(w -> w.text().text()).orElse(""), view, section, names));
        String initial = written.map(WrittenSection::text).orElse(draft).text();
        return form(view, section, blocks, section.title(), initial);
    }

    /** Somebody else saved while this was written: both texts, so that nothing is lost. */
    static View bothTexts(IncidentView view, ReviewSection section, FreeText mine) {
        List<LayoutBlock> blocks = new ArrayList<>();
        written(view, section)
                .ifPresent(theirs -> {
                    Phrase who =
                            theirs.by().person().map(Phrase.EMPTY::who).orElse(Phrase.of("Muster"));
                    blocks.add(
                            RichText.block(
                                    who.say(" saved this while you were writing, ")
                                            .at(theirs.at())
                                            .say(":")));
                    blocks.add(RichText.block(Phrase.EMPTY.quote(theirs.text())));
                    blocks.add(Shapes.divider());
                });
        blocks.add(
                Shapes.context(
                        "Yours is not saved yet. Bring both together below and save: every version"
                                + " stays in the record."));
        return form(view, section, blocks, "Both together", mine.text());
    }

    /**
     * The block of the text; it changes with the text, or Slack would keep what was typed before.
     */
    static String textBlock(int revision) {
        return "text-" + revision;
    }

    private static View form(
            IncidentView view,
            ReviewSection section,
            List<LayoutBlock> blocks,
            String label,
            String initial) {
        int revision = view.incident().dossier().review().revisionOf(section.name());
        blocks.add(Forms.lines(textBlock(revision), label, "", initial, false));
        return Forms.modal(
                CALLBACK,
                section.title(),
                "Save",
                view.incident().id().number() + "|" + section.name() + "|" + revision,
                blocks);
    }

    private static List<LayoutBlock> warnings(
            String text, IncidentView view, ReviewSection section, Collection<String> names) {
        List<Wording> found = Wordings.in(text, section, view.policy(), names);
        List<LayoutBlock> blocks = new ArrayList<>();
        for (Wording wording : found.subList(0, Math.min(WARNINGS, found.size()))) {
            blocks.add(ReviewOverview.warning(List.of(wording)));
        }
        return blocks;
    }

    private static Optional<WrittenSection> written(IncidentView view, ReviewSection section) {
        return view.incident().dossier().review().section(section.name());
    }
}
