package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.audience.AudienceBlocks;
import io.muster.app.slack.block.DutyClocks;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.drill.Exercise;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Reviewing;
import io.muster.core.reach.Reaches;

import java.util.Comparator;
import java.util.List;

/** Every clock that runs in an open incident, with the time that is left; the most urgent first. */
final class RunningClocks {
    private static final int SHOWN = 8;
    private static final int TITLE = 40;

    private RunningClocks() {}

    private record Running(Obligation clock, IncidentView view) {}

    static List<LayoutBlock> blocks(List<IncidentView> open) {
        Listing listing = listing(open);
        return listing.isEmpty()
                ? List.of(Shapes.section("*Clocks*\nNone runs. Nothing is late."))
                : ListingBlocks.paragraph(listing, SHOWN);
    }

    static Listing listing(List<IncidentView> open) {
        return new Listing(
                Listing.Sort.CLOCKS,
                open.stream()
                        .flatMap(view ->
                                view.incident().obligations().open().stream()
                                        .filter(RunningClocks::isShown)
                                        .map(clock -> new Running(clock, view)))
                        .sorted(Comparator.comparing(running -> running.clock().due()))
                        .map(RunningClocks::line)
                        .toList());
    }

    /** Not what nobody is late for, not what has a list of its own, not what a drill hides. */
    private static boolean isShown(Obligation clock) {
        String name = clock.id().clock().value();
        return !clock.id().clock().equals(ClockRule.STABILITY)
                && !name.startsWith(Reviewing.CLOCK.value())
                && !AudienceBlocks.isOurs(clock.id())
                && !Reaches.isStep(clock.id())
                && !Exercise.isSecret(clock.id().clock());
    }

    private static String line(Running running) {
        IncidentView view = running.view();
        String title = view.incident().header().title().text();
        return DutyClocks.timeLeft(running.clock(), view)
                + " · *"
                + Mrkdwn.escape(running.clock().title())
                + "* · "
                + view.incident().severity()
                + " "
                + view.incident().id()
                + " "
                + Mrkdwn.escape(Foreign.atMost(title, TITLE));
    }
}
