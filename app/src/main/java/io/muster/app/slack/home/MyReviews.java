package io.muster.app.slack.home;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;

import io.muster.app.slack.Reception;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Reviewing;
import io.muster.core.policy.RoleName;
import io.muster.core.review.Review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The post-mortems that wait for a person, which is when their incidents are over: those that they
 * have to see to, those that they write, those that they may approve.
 */
final class MyReviews {
    private static final int SHOWN = 6;

    private MyReviews() {}

    private record Owed(IncidentView view, Obligation promise) {}

    static List<LayoutBlock> blocks(Reception reception, PersonId reader) {
        List<Owed> owed = owed(reception, reader);
        if (owed.isEmpty()) {
            return List.of();
        }
        Listing listing = listing(owed);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.divider());
        blocks.add(ListingBlocks.heading(listing, SHOWN));
        owed.stream().limit(SHOWN).forEach(one -> blocks.add(block(one)));
        ListingBlocks.more(listing, SHOWN).ifPresent(blocks::add);
        return blocks;
    }

    static Listing listing(Reception reception, PersonId reader) {
        return listing(owed(reception, reader));
    }

    private static Listing listing(List<Owed> owed) {
        return new Listing(Listing.Sort.REVIEWS, owed.stream().map(MyReviews::line).toList());
    }

    private static List<Owed> owed(Reception reception, PersonId reader) {
        return reception.records().owing(Reviewing.CLOCK.value(), reader).stream()
                .map(seen ->
                        new IncidentView(
                                seen.incident(),
                                reception.office().policyOf(seen.incident()),
                                seen.now()))
                .flatMap(view -> promises(view).map(promise -> new Owed(view, promise)))
                .filter(one -> waitsFor(one, reception, reader))
                .sorted(Comparator.comparing(one -> one.promise().due()))
                .toList();
    }

    private static java.util.stream.Stream<Obligation> promises(IncidentView view) {
        String ours = Reviewing.CLOCK.value();
        return view.incident().obligations().open().stream()
                .filter(o -> {
                    String clock = o.id().clock().value();
                    return clock.equals(ours) || clock.startsWith(ours + ".");
                });
    }

    private static boolean waitsFor(Owed one, Reception reception, PersonId reader) {
        Review review = one.view().incident().dossier().review();
        boolean approves =
                review.stage() == Review.Stage.SUBMITTED
                        && !review.isOwnOf(reader)
                        && one.view().policy().reviewing().stream()
                                .flatMap(reviewing -> reviewing.approvers().stream())
                                .anyMatch(role -> holds(role, one.view(), reception, reader));
        boolean writes =
                review.stage() == Review.Stage.WRITING && review.authors().contains(reader);
        return approves || writes || holds(one.promise().owner(), one.view(), reception, reader);
    }

    private static boolean holds(
            RoleName role, IncidentView view, Reception reception, PersonId reader) {
        return view.incident()
                .holder(role)
                .or(() -> reception.office().roster().onDuty(role))
                .filter(reader::equals)
                .isPresent();
    }

    private static SectionBlock block(Owed one) {
        SectionBlock block = Shapes.section(line(one));
        block.setAccessory(
                Shapes.button(
                        "Open", "review", String.valueOf(one.view().incident().id().number())));
        return block;
    }

    private static String line(Owed one) {
        boolean late = one.promise().late(one.view().now());
        return "📄 *"
                + Mrkdwn.escape(one.promise().title())
                + "* · "
                + one.view().incident().id()
                + " "
                + Mrkdwn.escape(one.view().incident().header().title())
                + "\n"
                + state(one.view())
                + (late ? " · *overdue* since " : " · due ")
                + Mrkdwn.dateTime(one.promise().due());
    }

    private static String state(IncidentView view) {
        Review review = view.incident().dossier().review();
        return switch (review.stage()) {
            case NONE -> "not begun";
            case WRITING -> missing(view, review);
            case SUBMITTED -> "waits for approval";
            case APPROVED -> "approved";
        };
    }

    private static String missing(IncidentView view, Review review) {
        List<String> titles =
                view.policy().reviewing().stream()
                        .flatMap(reviewing -> reviewing.written().stream())
                        .filter(section -> review.section(section.name()).isEmpty())
                        .map(section -> Mrkdwn.escape(section.title()))
                        .toList();
        return titles.isEmpty()
                ? "every section is written; submit it"
                : "to write: " + String.join(", ", titles);
    }
}
