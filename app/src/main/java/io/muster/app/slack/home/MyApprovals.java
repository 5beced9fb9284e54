package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.Reception;
import io.muster.app.slack.approval.WaitingApprovals;
import io.muster.core.PersonId;

import java.util.ArrayList;
import java.util.List;

/** What waits for a person's approval: nothing at all when nothing waits. */
final class MyApprovals {
    private static final int SHOWN = 4;

    private MyApprovals() {}

    static List<LayoutBlock> blocks(Reception reception, PersonId reader) {
        Listing listing = listing(reception, reader);
        if (listing.isEmpty()) {
            return List.of();
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(ListingBlocks.heading(listing, SHOWN));
        blocks.addAll(WaitingApprovals.home(reception, reader, SHOWN));
        ListingBlocks.more(listing, SHOWN).ifPresent(blocks::add);
        return blocks;
    }

    static Listing listing(Reception reception, PersonId reader) {
        return new Listing(Listing.Sort.APPROVALS, WaitingApprovals.lines(reception, reader));
    }
}
