package io.muster.app.slack.approval;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Phrase;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Revision;
import io.muster.core.notice.Notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of drafts: to the channel how far they are, to reviewers the words themselves. */
public final class DraftMessages {
    private DraftMessages() {}

    /**
     * How far it is, with what can be done next.
     *
     * @param sign before the words, for their tone
     */
    public static Message news(Notice.DraftNews news, String sign, IncidentView view) {
        Phrase phrase = Phrase.of(view.drill() + sign).then(news.phrase());
        List<LayoutBlock> blocks = new ArrayList<>(List.of(RichText.block(phrase)));
        draft(news.draft(), view)
                .map(draft -> DraftSheets.actions(draft, view, false))
                .ifPresent(row -> blocks.add(Shapes.actions("draft-news", row)));
        return new Message(Mrkdwn.of(phrase), blocks);
    }

    /** Please read this, and say whether it may go. */
    public static Message review(
            Notice.DraftReview review, IncidentView view, Optional<Phrase> outcome) {
        Optional<Draft> draft = draft(review.draft(), view);
        Optional<Revision> revision =
                draft.flatMap(d ->
                        d.revisions().stream()
                                .filter(r -> r.number() == review.revision())
                                .findFirst());
        if (revision.isEmpty()) {
            return Message.of(view.drill() + "This notice is no longer there.");
        }
        Phrase asks =
                Phrase.of(view.drill() + "✍️ Your approval is needed: ")
                        .strong(draft.get().label() + " " + draft.get().title())
                        .say(" of ")
                        .strong(view.lastingLabel())
                        .say(", as ")
                        .strong(review.as())
                        .say(".");
        List<LayoutBlock> blocks = new ArrayList<>(List.of(RichText.block(asks)));
        blocks.addAll(DraftText.beginning(revision.get(), view));
        blocks.add(Shapes.context(DraftText.identity(revision.get())));
        boolean asked = outcome.isEmpty() && draft.get().current().number() == review.revision();
        if (asked && draft.get().stage().isReviewed()) {
            blocks.add(Shapes.actions("draft-review", buttons(draft.get(), view)));
        }
        outcome.ifPresent(o -> blocks.add(Shapes.context("☑️ " + Mrkdwn.of(o))));
        String words =
                Mrkdwn.of(asks)
                        + "\n"
                        + Mrkdwn.escape(revision.get().wording().subject())
                        + "\n"
                        + Mrkdwn.escape(revision.get().wording().text());
        return new Message(
                outcome.map(o -> "☑️ " + Mrkdwn.of(o) + "\n").orElse("") + words, blocks);
    }

    /** The button of a reminder of this draft's review. */
    public static BlockElement reviewButton(int number, IncidentView view) {
        return draft(number, view)
                .map(d ->
                        Shapes.primary(
                                "Read and approve",
                                "draft-approve",
                                DraftRef.to(view.incident().id(), d).toString()))
                .orElseGet(() ->
                        Shapes.primary(
                                "Notices",
                                "notices",
                                String.valueOf(view.incident().id().number())));
    }

    private static List<BlockElement> buttons(Draft draft, IncidentView view) {
        String ref = DraftRef.to(view.incident().id(), draft).toString();
        return List.of(
                Shapes.primary("Approve", "draft-approve", ref),
                Shapes.button("Ask for changes", "draft-changes", ref),
                Shapes.button("Read all", "draft-read", ref));
    }

    private static Optional<Draft> draft(int number, IncidentView view) {
        return view.incident().dossier().drafts().find(number);
    }
}
