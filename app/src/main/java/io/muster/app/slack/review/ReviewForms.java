package io.muster.app.slack.review;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.policy.Hearing;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.Reviewing;
import io.muster.core.review.Wording;
import io.muster.core.review.Wordings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The small forms along the way of a post-mortem: submit, approve, send back, present, publish. */
final class ReviewForms {
    static final String SUBMIT = "review-submit";
    static final String APPROVE = "review-approve";
    static final String BACK = "review-back";
    static final String PRESENT = "review-present";
    static final String PUBLISH = "review-publish";

    static final String WORDS = "words";
    static final String MEANT = "meant";
    static final String WHEN = "when";

    private static final int WARNINGS = 10;

    private ReviewForms() {}

    static View submit(IncidentView view, Reviewing reviewing, Collection<String> names) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.section(
                        "It is then read and approved by one of: "
                                + roles(view, reviewing)
                                + ". Whoever submits it, or wrote most of it, does not approve it."));
        meant(view, names, blocks);
        return form(SUBMIT, "Submit for approval", "Submit", view, blocks);
    }

    static View approve(IncidentView view, Reviewing reviewing, Collection<String> names) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.section(
                        "You approve what it says as it stands now. "
                                + (view.incident().header().isPrivate()
                                        ? "It stays among those who handle this incident."
                                        : "It is then shared inside; nothing goes outside.")));
        meant(view, names, blocks);
        blocks.add(Forms.lines(WORDS, "A word with it", "", "", true));
        return form(APPROVE, "Approve", "Approve", view, blocks);
    }

    static View sendBack(IncidentView view) {
        String hint =
                view.incident().dossier().review().approved()
                        ? "It is approved. After the change it is approved anew."
                        : "";
        return form(
                BACK,
                "Send back",
                "Send back",
                view,
                List.of(Forms.lines(WORDS, "What has to change?", hint, "", false)));
    }

    static View present(IncidentView view, Hearing hearing) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.section(
                        "*"
                                + Mrkdwn.escape(hearing.title())
                                + "*\nTo: "
                                + Mrkdwn.escape(view.policy().titleOf(hearing.to()))
                                + ". Your name is kept as the one who says so."));
        blocks.add(Forms.when(WHEN, "When was it?", "Left empty: now"));
        blocks.add(
                Forms.lines(
                        WORDS, "How, and what came of it", "For example: in the weekly", "", true));
        return Forms.modal(
                PRESENT,
                "Record it",
                "Record",
                view.incident().id().number() + "|" + hearing.name(),
                blocks);
    }

    static View publish(IncidentView view) {
        return form(
                PUBLISH,
                "Ask to publish",
                "Ask",
                view,
                List.of(
                        Shapes.section(
                                "This publishes nothing. It asks; what goes outside is written and"
                                        + " approved on its own."),
                        Forms.lines(WORDS, "Why, and for whom?", "", "", false)));
    }

    /** Why not, and the way back. */
    static View refused(IncidentView view, Phrase why) {
        String id = String.valueOf(view.incident().id().number());
        return Forms.sheet(
                "review-refused",
                "Not yet",
                id,
                List.of(
                        Shapes.section(Mrkdwn.of(why)),
                        Shapes.actions(
                                "refused", List.of(Shapes.primary("Overview", "review:in", id)))));
    }

    private static View form(
            String callback,
            String title,
            String submit,
            IncidentView view,
            List<LayoutBlock> blocks) {
        return Forms.modal(callback, title, submit, metadata(view), blocks);
    }

    private static String metadata(IncidentView view) {
        return view.incident().id().number() + "|" + view.incident().dossier().review().revision();
    }

    /** Whoever goes on with wordings that may blame has seen them and says that they are meant. */
    private static void meant(
            IncidentView view, Collection<String> names, List<LayoutBlock> blocks) {
        Map<String, List<Wording>> found =
                Wordings.in(view.incident().dossier().review(), view.policy(), names);
        if (found.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder("⚠️ *May sound like blame*");
        int shown = 0;
        int all = 0;
        for (Map.Entry<String, List<Wording>> entry : found.entrySet()) {
            for (Wording wording : entry.getValue()) {
                all++;
                if (shown < WARNINGS) {
                    shown++;
                    lines.append("\n• ")
                            .append(Mrkdwn.escape(title(view, entry.getKey())))
                            .append(": “")
                            .append(Mrkdwn.escape(wording.words()))
                            .append("”. ")
                            .append(Mrkdwn.escape(wording.remedy()));
                }
            }
        }
        if (all > shown) {
            lines.append("\n… and ").append(all - shown).append(" more: see the sections");
        }
        blocks.add(Shapes.section(lines.toString()));
        blocks.add(
                Forms.ticks(
                        MEANT,
                        Spoken.count(all, "wording"),
                        List.of(Shapes.option("They are meant as they stand", MEANT)),
                        List.of()));
    }

    private static String title(IncidentView view, String section) {
        return view.policy()
                .reviewing()
                .flatMap(r -> r.section(section))
                .map(ReviewSection::title)
                .orElse(section);
    }

    private static String roles(IncidentView view, Reviewing reviewing) {
        return Mrkdwn.escape(
                String.join(
                        ", ",
                        reviewing.approvers().stream()
                                .map(r -> view.policy().titleOf(r))
                                .toList()));
    }
}
