package io.muster.app.slack.review;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.Spoken;
import io.muster.core.action.Actions;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Hearing;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.Reviewing;
import io.muster.core.postmortem.DraftText;
import io.muster.core.review.Review;
import io.muster.core.review.Wording;
import io.muster.core.review.Wordings;
import io.muster.core.review.WrittenSection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The post-mortem at a glance: which section stands how, and what comes next. */
final class ReviewOverview {
    private static final int EXCERPT = 160;

    private final IncidentView view;
    private final Reviewing reviewing;
    private final Review review;
    private final String id;
    private final Collection<String> names;
    private final boolean own;

    private ReviewOverview(
            IncidentView view, Reviewing reviewing, Collection<String> names, PersonId reader) {
        this.view = view;
        this.reviewing = reviewing;
        this.review = view.incident().dossier().review();
        this.id = String.valueOf(view.incident().id().number());
        this.names = names;
        this.own = review.isOwnOf(reader);
    }

    /** The sheet as it should look now, for this reader. */
    static View of(
            IncidentView view, Reviewing reviewing, Collection<String> names, PersonId reader) {
        return new ReviewOverview(view, reviewing, names, reader).sheet();
    }

    private View sheet() {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.section(headline()));
        blocks.add(Shapes.context(standing()));
        if (!review.begun()) {
            blocks.add(Shapes.section(notBegun()));
            blocks.add(
                    Shapes.actions(
                            "begin", List.of(Shapes.primary("Begin one", "review-begin:in", id))));
            return sheet(blocks);
        }
        blocks.add(Shapes.actions("next", next()));
        blocks.add(Shapes.divider());
        reviewing.sections().forEach(section -> blocks.addAll(section(section)));
        return sheet(blocks);
    }

    private View sheet(List<LayoutBlock> blocks) {
        return Forms.sheet("review", view.incident().id() + " " + reviewing.title(), id, blocks);
    }

    private String headline() {
        return view.drill()
                + "*"
                + Mrkdwn.escape(view.severity())
                + " · "
                + Mrkdwn.escape(view.incident().header().title())
                + "*";
    }

    private String standing() {
        return switch (review.stage()) {
            case NONE -> "Nobody has begun";
            case WRITING ->
                    "Being written"
                            + due()
                            + ". Write what made it possible, not who did it. Everyone here may"
                            + " write.";
            case SUBMITTED ->
                    "Waits for approval"
                            + by()
                            + due()
                            + (own ? ". It is yours, so somebody else approves it." : "");
            case APPROVED -> "✅ Approved" + approved();
        };
    }

    private String due() {
        Optional<Obligation> owed = view.incident().obligations().open(Reviewing.CLOCK);
        return owed.map(o ->
                        o.late(view.now())
                                ? " · ⏰ *overdue* since " + Mrkdwn.dateTime(o.due())
                                : " · due " + Mrkdwn.dateTime(o.due()))
                .orElse("");
    }

    private String by() {
        return review.submission()
                .flatMap(s -> s.by().person())
                .map(p -> " · submitted by " + Mrkdwn.mention(p))
                .orElse("");
    }

    private String approved() {
        return review.approval()
                .map(a ->
                        a.by().person().map(p -> " by " + Mrkdwn.mention(p)).orElse("")
                                + ", "
                                + Mrkdwn.dateTime(a.at()))
                .orElse("");
    }

    private String notBegun() {
        return reviewing.covers(view.incident().severity(), view.incident().header().drill())
                ? "It is drafted from the record when the incident is "
                        + reviewing.from().word()
                        + ", and is then due within "
                        + Mrkdwn.escape(reviewing.within().words())
                        + ". You may begin now."
                : view.incident().header().drill()
                        ? "A drill ends with its own report, and the policy asks for nothing more. If there"
                                + " is more to say, write one all the same."
                        : "The policy asks for none at "
                                + Mrkdwn.escape(view.incident().severity().value())
                                + ". If there is something to learn, write one all the same.";
    }

    private List<BlockElement> next() {
        List<BlockElement> row = new ArrayList<>();
        switch (review.stage()) {
            case NONE, WRITING ->
                    row.add(Shapes.primary("Submit for approval", "review-submit:in", id));
            case SUBMITTED -> {
                if (!own) {
                    row.add(Shapes.primary("Approve", "review-approve:in", id));
                }
                row.add(Shapes.button("Send back", "review-back:in", id));
            }
            case APPROVED -> afterwards(row);
        }
        row.add(Shapes.button("Read it", "review-read:in", id));
        row.add(Shapes.button("Action items", "action-list:in", id));
        return row;
    }

    private void afterwards(List<BlockElement> row) {
        for (Hearing hearing : reviewing.hearings(view.incident().severity())) {
            if (review.presentation(hearing.name()).isEmpty()) {
                row.add(
                        Shapes.primary(
                                "Record: " + hearing.title(),
                                "review-present:" + hearing.name(),
                                id + "|" + hearing.name()));
            }
        }
        if (review.publication().isEmpty()) {
            row.add(Shapes.button("Ask to publish outside", "review-publish:in", id));
        } else if (review.published().isEmpty()) {
            row.add(
                    Shapes.button(
                            "Write the public version",
                            "draft:in",
                            ReviewMessages.publication(view)));
        }
        row.add(Shapes.button("Send back", "review-back:in", id));
    }

    private List<LayoutBlock> section(ReviewSection section) {
        List<LayoutBlock> blocks = new ArrayList<>();
        Optional<WrittenSection> written = review.section(section.name());
        SectionBlock block =
                Shapes.section(
                        section.generated().isPresent()
                                ? fromTheRecord(section)
                                : written.map(w -> written(section, w))
                                        .orElseGet(() -> toWrite(section)));
        button(section, written.isPresent()).ifPresent(block::setAccessory);
        blocks.add(block);
        written.map(w -> Wordings.in(w.text().text(), section, view.policy(), names))
                .filter(found -> !found.isEmpty())
                .ifPresent(found -> blocks.add(warning(found)));
        return blocks;
    }

    private Optional<ButtonElement> button(ReviewSection section, boolean written) {
        boolean actions =
                section.generated().filter(ReviewSection.Generated.ACTIONS::equals).isPresent();
        if (actions) {
            return Optional.of(Shapes.button("Add", "action-add:in", id));
        }
        boolean open = review.stage() == Review.Stage.WRITING;
        return section.generated().isPresent() || !open
                ? Optional.empty()
                : Optional.of(
                        Shapes.button(
                                written ? "Edit" : "Write",
                                "review-section:" + section.name(),
                                id + "|" + section.name()));
    }

    private String fromTheRecord(ReviewSection section) {
        boolean actions =
                section.generated().filter(ReviewSection.Generated.ACTIONS::equals).isPresent();
        if (!actions) {
            return "✅ *" + Mrkdwn.escape(section.title()) + "*\n_The record writes it_";
        }
        Actions all = view.incident().dossier().actions();
        String sign = all.all().isEmpty() ? "◻️" : "✅";
        String overdue =
                all.overdue(view.now()) == 0 ? "" : ", *" + all.overdue(view.now()) + " overdue*";
        String count =
                all.all().isEmpty()
                        ? "None yet. " + Mrkdwn.escape(section.hint())
                        : Spoken.count(all.all().size(), "action item")
                                + ", "
                                + all.open().size()
                                + " open"
                                + overdue;
        return sign + " *" + Mrkdwn.escape(section.title()) + "*\n" + count;
    }

    private static String written(ReviewSection section, WrittenSection written) {
        String by =
                written.by().person().map(Mrkdwn::mention).orElse("Muster")
                        + ", "
                        + Mrkdwn.dateTime(written.at());
        String text = written.text().text().replaceAll("\\s+", " ");
        return "✅ *"
                + Mrkdwn.escape(section.title())
                + "* · "
                + by
                + "\n"
                + Mrkdwn.escape(Foreign.atMost(text, EXCERPT));
    }

    private String toWrite(ReviewSection section) {
        boolean begun = !DraftText.of(section, view.incident(), view.policy()).isBlank();
        String state =
                begun
                        ? "Begun from the record; nobody has gone through it yet"
                        : Mrkdwn.escape(section.hint());
        return (begun ? "📝" : "◻️")
                + " *"
                + Mrkdwn.escape(section.title())
                + "*"
                + (section.required() ? "" : " (if you like)")
                + "\n"
                + state;
    }

    /** What may sound like blame, with the first remedy; the section's own sheet says it all. */
    static LayoutBlock warning(List<Wording> found) {
        Wording first = found.getFirst();
        String more = found.size() == 1 ? "" : " … and " + (found.size() - 1) + " more";
        return Shapes.context(
                "⚠️ “"
                        + Mrkdwn.escape(Foreign.atMost(first.words(), EXCERPT))
                        + "” may sound like blame. "
                        + Mrkdwn.escape(first.remedy())
                        + more);
    }
}
