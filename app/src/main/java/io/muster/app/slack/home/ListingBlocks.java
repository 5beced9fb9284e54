package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.Shapes;

import java.util.ArrayList;
import java.util.List;

/** How a list looks in the Home, where it is short, and in a window of its own, where it is not. */
final class ListingBlocks {
    /** The button that shows the rest. */
    static final String ALL = "home-all";

    /** Blocks of a window; well below Slack's hundred, because its bytes are counted as well. */
    private static final int SECTIONS = 45;

    private ListingBlocks() {}

    /** The headline with how many there are and, if they are not all shown, the way to the rest. */
    static SectionBlock heading(Listing listing, int shown) {
        String count = listing.isEmpty() ? "" : " (" + listing.size() + ")";
        SectionBlock block = Shapes.section("*" + listing.sort().title() + "*" + count);
        if (listing.size() > shown) {
            block.setAccessory(
                    Shapes.button("Show all " + listing.size(), ALL, listing.sort().name()));
        }
        return block;
    }

    /** The headline, then the first lines as one paragraph. */
    static List<LayoutBlock> paragraph(Listing listing, int most) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<String> first = fitting(listing.lines().stream().limit(most).toList());
        blocks.add(heading(listing, first.size()));
        blocks.add(Shapes.section(String.join("\n", first)));
        more(listing, first.size()).ifPresent(blocks::add);
        return blocks;
    }

    /** What the Home says below a list that it does not show whole. */
    static java.util.Optional<LayoutBlock> more(Listing listing, int shown) {
        return listing.size() > shown
                ? java.util.Optional.of(
                        Shapes.context(
                                "… and "
                                        + (listing.size() - shown)
                                        + " more: press _Show all "
                                        + listing.size()
                                        + "_"))
                : java.util.Optional.empty();
    }

    /** The whole list. */
    static View sheet(Listing listing) {
        List<LayoutBlock> blocks = new ArrayList<>();
        int shown = 0;
        while (shown < listing.size() && blocks.size() < SECTIONS) {
            List<String> part = fitting(listing.lines().subList(shown, listing.size()));
            blocks.add(Shapes.section(String.join("\n", part)));
            shown += part.size();
        }
        if (listing.isEmpty()) {
            blocks.add(Shapes.section("Nothing any more. Somebody was quick."));
        }
        if (shown < listing.size()) {
            blocks.add(Shapes.context("… and " + (listing.size() - shown) + " more"));
        }
        return Forms.sheet("home-list", listing.sort().title(), "", blocks);
    }

    /** As many lines as one paragraph holds, and at least one: a line is never cut in two. */
    private static List<String> fitting(List<String> lines) {
        int length = 0;
        int count = 0;
        for (String line : lines) {
            length += line.length() + 1;
            if (length > Shapes.SECTION) {
                break;
            }
            count++;
        }
        return lines.subList(0, Math.min(lines.size(), Math.max(1, count)));
    }
}
