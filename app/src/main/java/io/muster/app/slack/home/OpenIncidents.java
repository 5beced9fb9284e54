package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.block.DutyClocks;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.incident.Incident;

import java.util.ArrayList;
import java.util.List;

/**
 * What is open, the gravest first: where, who commands, how it stands, when it is heard of next.
 */
final class OpenIncidents {
    private static final int SHOWN = 15;

    private OpenIncidents() {}

    static List<LayoutBlock> blocks(List<IncidentView> open) {
        Listing listing = listing(open);
        List<LayoutBlock> blocks = new ArrayList<>();
        if (open.isEmpty()) {
            blocks.add(Shapes.section("*Open incidents*\nNone. All quiet."));
            return blocks;
        }
        blocks.add(ListingBlocks.heading(listing, SHOWN));
        listing.lines().stream().limit(SHOWN).forEach(line -> blocks.add(Shapes.section(line)));
        ListingBlocks.more(listing, SHOWN).ifPresent(blocks::add);
        return blocks;
    }

    static Listing listing(List<IncidentView> open) {
        return new Listing(
                Listing.Sort.OPEN,
                open.stream().map(view -> name(view) + "\n" + facts(view)).toList());
    }

    /** Severity, number and title, as every list of the Home names an incident. */
    static String name(IncidentView view) {
        return view.sign()
                + " "
                + (view.incident().header().drill() ? "🧪 DRILL " : "")
                + "*"
                + view.incident().severity()
                + " "
                + view.incident().id()
                + "* "
                + Mrkdwn.escape(view.incident().header().title());
    }

    /** The channel, or that there is none yet. */
    static String where(IncidentView view) {
        return view.incident()
                .room()
                .map(room -> Mrkdwn.channel(room.channel()))
                .orElse("channel is being opened");
    }

    private static String facts(IncidentView view) {
        Incident incident = view.incident();
        String who = incident.commander().map(Mrkdwn::mention).orElse("nobody commands yet");
        String next =
                incident.obligations()
                        .nextUpdate()
                        .map(update -> " · next update: " + DutyClocks.left(update, view))
                        .orElse("");
        return where(view)
                + " · "
                + who
                + " · "
                + Mrkdwn.escape(view.status())
                + " · since "
                + Mrkdwn.dateTime(incident.declaredAt())
                + next;
    }
}
