package io.muster.app.slack.review;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.Status;
import io.muster.core.notice.Notice;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Purpose;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.Reviewing;
import io.muster.core.review.Review;
import io.muster.core.review.WrittenSection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said about a post-mortem in channels. */
public final class ReviewMessages {
    private static final int EXCERPT = 700;
    private static final int EXCERPTS = 3;

    private ReviewMessages() {}

    /**
     * The message for a notice.
     *
     * @param outcome what became of what it asks for: shown in place of the buttons
     */
    public static Message of(
            Notice.PostMortem notice, IncidentView view, Optional<Phrase> outcome) {
        Phrase phrase = Phrase.of(view.drill() + "📄 ").then(notice.phrase());
        List<LayoutBlock> blocks = new ArrayList<>(List.of(RichText.block(phrase)));
        blocks.add(
                outcome.<LayoutBlock>map(o -> Shapes.context("☑️ " + Mrkdwn.of(o)))
                        .orElseGet(
                                () -> Shapes.actions("post-mortem", buttons(notice.step(), view))));
        return new Message(
                Mrkdwn.of(phrase) + outcome.map(o -> "\n☑️ " + Mrkdwn.of(o)).orElse(""), blocks);
    }

    private static List<BlockElement> buttons(Notice.PostMortem.Step step, IncidentView view) {
        String id = String.valueOf(view.incident().id().number());
        return switch (step) {
            case DRAFTED, SENT_BACK ->
                    List.of(
                            Shapes.primary("Write it", "review", id),
                            Shapes.button("Read it", "review-read", id),
                            Shapes.button("Add action item", "action-add", id));
            case SUBMITTED ->
                    List.of(
                            Shapes.primary("Read it", "review-read", id),
                            Shapes.button("Approve", "review-approve", id),
                            Shapes.button("Send back", "review-back", id));
            case APPROVED ->
                    List.of(
                            Shapes.primary("Read it", "review-read", id),
                            Shapes.button("What comes next", "review", id));
            case PUBLICATION ->
                    List.of(
                            Shapes.primary("Write the public version", "draft", publication(view)),
                            Shapes.button("Read it", "review-read", id));
        };
    }

    /** What the button carries that opens the form for the public version. */
    static String publication(IncidentView view) {
        return view.incident().id().number() + "|" + Purpose.PUBLICATION;
    }

    /** The button on the card, once there is something to learn from. */
    public static Optional<ButtonElement> cardButton(IncidentView view) {
        Status status = view.incident().status();
        boolean meant =
                view.incident().dossier().review().begun()
                        || status == Status.RESOLVED
                        || status == Status.CLOSED;
        return view.policy().reviewing().isPresent() && meant
                ? Optional.of(
                        Shapes.button(
                                "Post-mortem",
                                "review",
                                String.valueOf(view.incident().id().number())))
                : Optional.empty();
    }

    /** The button that answers a reminder of this clock, if it is one of ours. */
    public static Optional<ButtonElement> answer(ClockName clock, IncidentView view) {
        boolean ours =
                clock.equals(Reviewing.CLOCK)
                        || clock.value().startsWith(Reviewing.CLOCK.value() + ".");
        return ours
                ? Optional.of(
                        Shapes.primary(
                                "Open post-mortem",
                                "review",
                                String.valueOf(view.incident().id().number())))
                : Optional.empty();
    }

    /** What everyone inside reads of an approved post-mortem. Never made for a private incident. */
    public static Message shared(IncidentView view) {
        String id = String.valueOf(view.incident().id().number());
        String title = view.policy().reviewing().map(Reviewing::title).orElse("Post-mortem");
        String headline =
                view.drill()
                        + "📄 "
                        + title
                        + " · "
                        + view.incident().id()
                        + " · "
                        + view.incident().header().title().text();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.header(headline));
        List<Phrase> excerpts = excerpts(view);
        excerpts.forEach(e -> blocks.add(RichText.block(e)));
        blocks.add(Shapes.context(facts(view)));
        blocks.add(Shapes.actions("shared", List.of(Shapes.primary("Read it", "review-read", id))));
        StringBuilder text = new StringBuilder(Mrkdwn.escape(headline));
        excerpts.forEach(e -> text.append("\n").append(Mrkdwn.of(e)));
        return new Message(text.append("\n").append(facts(view)).toString(), blocks);
    }

    /** The first things that people wrote, shortened: enough to know whether to read on. */
    private static List<Phrase> excerpts(IncidentView view) {
        List<Phrase> excerpts = new ArrayList<>();
        for (ReviewSection section :
                view.policy().reviewing().map(Reviewing::written).orElse(List.of())) {
            Optional<WrittenSection> written =
                    view.incident().dossier().review().section(section.name());
            if (written.isPresent() && excerpts.size() < EXCERPTS) {
                FreeText text = new FreeText(Foreign.atMost(written.get().text().text(), EXCERPT));
                excerpts.add(Phrase.EMPTY.strong(section.title()).say("\n").quote(text));
            }
        }
        return excerpts;
    }

    private static String facts(IncidentView view) {
        List<String> facts = new ArrayList<>();
        facts.add(Mrkdwn.escape(view.severity()));
        view.incident()
                .milestones()
                .at(Milestone.RESOLVED)
                .map(at -> Duration.between(view.incident().declaredAt(), at))
                .ifPresent(took -> facts.add("resolved after " + Spoken.length(took)));
        facts.add(Spoken.count(view.incident().dossier().actions().all().size(), "action item"));
        view.incident().dossier().review().approval().ifPresent(a -> facts.add(approved(a)));
        return String.join(" · ", facts);
    }

    private static String approved(Review.Approval approval) {
        Instant at = approval.at();
        return "approved"
                + approval.by().person().map(p -> " by " + Mrkdwn.mention(p)).orElse("")
                + ", "
                + Mrkdwn.dateTime(at);
    }
}
