package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.desk.ActionLists;
import io.muster.app.slack.action.ActionSheet;
import io.muster.app.slack.block.Shapes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The action items of a person, and those of others that are overdue. */
final class MyActions {
    private static final int SHOWN = 6;

    private MyActions() {}

    static List<LayoutBlock> blocks(ActionLists.Mine lists) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (lists.mine().isEmpty()) {
            blocks.add(Shapes.section("*My action items*\nNone. Nothing waits for you."));
        } else {
            blocks.addAll(blocks(mine(lists), lists.mine(), lists.now()));
        }
        if (!lists.others().isEmpty()) {
            blocks.addAll(blocks(overdue(lists), lists.others(), lists.now()));
        }
        return blocks;
    }

    static Listing mine(ActionLists.Mine lists) {
        return new Listing(Listing.Sort.ACTIONS, ActionSheet.lines(lists.mine(), lists.now()));
    }

    static Listing overdue(ActionLists.Mine lists) {
        return new Listing(Listing.Sort.OVERDUE, ActionSheet.lines(lists.others(), lists.now()));
    }

    private static List<LayoutBlock> blocks(
            Listing listing, List<ActionLists.Listed> listed, Instant now) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(ListingBlocks.heading(listing, SHOWN));
        blocks.addAll(ActionSheet.first(listed, now, SHOWN));
        ListingBlocks.more(listing, SHOWN).ifPresent(blocks::add);
        return blocks;
    }
}
