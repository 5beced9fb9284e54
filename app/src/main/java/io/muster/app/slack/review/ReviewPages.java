package io.muster.app.slack.review;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.postmortem.Chapter;
import io.muster.core.postmortem.PostMortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole document, page by page, because a modal holds only so much. */
final class ReviewPages {
    private static final int CHARACTERS_A_BLOCK = 2_400;
    private static final int LINES_A_BLOCK = 25;
    private static final int CHARACTERS_A_PAGE = 9_000;
    private static final int BLOCKS_A_PAGE = 45;

    private ReviewPages() {}

    /** This page, or the last one if there are not so many; empty if the policy knows none. */
    static Optional<View> page(IncidentView view, List<Happened> story, int page) {
        return PostMortem.of(view.incident(), view.policy(), story, view.now())
                .map(document -> sheet(view, document, pages(document), page));
    }

    private static View sheet(
            IncidentView view, PostMortem document, List<List<LayoutBlock>> pages, int wanted) {
        int page = Math.min(wanted, pages.size() - 1);
        String id = String.valueOf(view.incident().id().number());
        List<LayoutBlock> blocks = new ArrayList<>(pages.get(page));
        List<BlockElement> turns = new ArrayList<>();
        if (page > 0) {
            turns.add(Shapes.button("Earlier", "review-page:earlier", id + "|" + (page - 1)));
        }
        if (page < pages.size() - 1) {
            turns.add(Shapes.primary("Read on", "review-page:later", id + "|" + (page + 1)));
        }
        turns.add(Shapes.button("Overview", "review:in", id));
        blocks.add(Shapes.divider());
        if (pages.size() > 1) {
            blocks.add(Shapes.context("Page " + (page + 1) + " of " + pages.size()));
        }
        blocks.add(Shapes.actions("turn", turns));
        return Forms.sheet(
                "review-read", view.incident().id() + " " + document.title(), id, blocks);
    }

    private record Sized(LayoutBlock block, int characters) {}

    private static List<List<LayoutBlock>> pages(PostMortem document) {
        List<Sized> all = new ArrayList<>();
        all.add(new Sized(RichText.lines(document.heading()), length(document.heading())));
        document.chapters().forEach(chapter -> all.addAll(blocks(chapter)));
        List<List<LayoutBlock>> pages = new ArrayList<>();
        List<LayoutBlock> page = new ArrayList<>();
        int characters = 0;
        for (Sized sized : all) {
            boolean full =
                    page.size() >= BLOCKS_A_PAGE
                            || characters + sized.characters() > CHARACTERS_A_PAGE;
            if (full && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                characters = 0;
            }
            page.add(sized.block());
            characters += sized.characters();
        }
        pages.add(page);
        return pages;
    }

    private static List<Sized> blocks(Chapter chapter) {
        List<Sized> blocks = new ArrayList<>();
        String title = "*" + Mrkdwn.escape(chapter.title()) + "*";
        blocks.add(new Sized(Shapes.section(title), title.length()));
        String origin = origin(chapter.origin());
        blocks.add(new Sized(Shapes.context(origin), origin.length()));
        List<Phrase> block = new ArrayList<>();
        for (Phrase paragraph : chapter.paragraphs()) {
            boolean full =
                    block.size() >= LINES_A_BLOCK
                            || length(block) + length(List.of(paragraph)) > CHARACTERS_A_BLOCK;
            if (full && !block.isEmpty()) {
                blocks.add(new Sized(RichText.lines(block), length(block)));
                block = new ArrayList<>();
            }
            block.add(paragraph);
        }
        if (!block.isEmpty()) {
            blocks.add(new Sized(RichText.lines(block), length(block)));
        }
        return blocks;
    }

    private static String origin(Chapter.Origin origin) {
        return switch (origin) {
            case Chapter.Origin.TheRecord ignored -> "From the record";
            case Chapter.Origin.Written written ->
                    "By "
                            + written.by().person().map(Mrkdwn::mention).orElse("Muster")
                            + ", "
                            + Mrkdwn.dateTime(written.at());
            case Chapter.Origin.Drafted ignored ->
                    "📝 Begun from the record; nobody has gone through it yet";
            case Chapter.Origin.Missing ignored -> "◻️ Nothing here yet";
        };
    }

    private static int length(List<Phrase> phrases) {
        return phrases.stream().mapToInt(p -> p.plain(person -> "a person").length() + 1).sum();
    }
}
