package io.muster.app.slack.approval;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.approval.Approval;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Request;
import io.muster.core.approval.Stage;
import io.muster.core.policy.RoleName;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All notices of an incident, and each of them in full with whatever can be done about it now. */
final class DraftSheets {
    private static final int SHOWN = 20;

    private DraftSheets() {}

    /** Every notice, the newest first. */
    static View list(IncidentView view) {
        List<Draft> drafts = view.incident().dossier().drafts().all().reversed();
        String id = String.valueOf(view.incident().id().number());
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.context(
                        "What is said outside is written here, approved by others, released and"
                                + " only then sent."));
        blocks.add(
                Shapes.actions(
                        "notices", List.of(Shapes.primary("Write a notice", "draft:new", id))));
        if (drafts.isEmpty()) {
            blocks.add(Shapes.section("Nothing is written yet."));
        }
        for (Draft draft : drafts.subList(0, Math.min(SHOWN, drafts.size()))) {
            blocks.add(Shapes.section(line(draft)));
            blocks.add(
                    Shapes.actions(
                            "notice-" + draft.number(),
                            List.of(
                                    Shapes.button(
                                            "Open " + draft.label(),
                                            "draft-read",
                                            DraftRef.to(view.incident().id(), draft).toString()))));
        }
        if (drafts.size() > SHOWN) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (drafts.size() - SHOWN)
                                    + " older ones: `/incident approve N-1` opens one by its number."));
        }
        return Forms.sheet("notices", view.incident().id() + " notices", id, blocks);
    }

    /** One notice in full, for this reader. */
    static View one(Draft draft, IncidentView view, PersonId reader) {
        return one(draft, view, reader, Phrase.EMPTY);
    }

    /** The same, with words above it that the person must read first. */
    static View one(Draft draft, IncidentView view, PersonId reader, Phrase refusal) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!refusal.isEmpty()) {
            blocks.add(Shapes.section("⚠️ " + Mrkdwn.of(refusal)));
        }
        blocks.add(Shapes.section(line(draft)));
        blocks.add(Shapes.section(progress(draft, view)));
        blocks.addAll(DraftText.whole(draft.current(), view));
        blocks.add(Shapes.context(DraftText.identity(draft.current())));
        boolean own = draft.stage() == Stage.IN_REVIEW && draft.current().author().equals(reader);
        if (own) {
            blocks.add(Shapes.context("You wrote these words, so somebody else approves them."));
        }
        List<BlockElement> row = own ? ownInReview(draft, view) : actions(draft, view, true);
        if (!row.isEmpty()) {
            blocks.add(Shapes.actions("draft-" + draft.number(), row));
        }
        return Forms.sheet(
                "draft-sheet",
                view.incident().id() + " " + draft.label(),
                DraftRef.to(view.incident().id(), draft).toString(),
                blocks);
    }

    /** What can be done now; on a message only what most people will want. */
    static List<BlockElement> actions(Draft draft, IncidentView view, boolean all) {
        String ref = DraftRef.to(view.incident().id(), draft).toString();
        List<BlockElement> row = new ArrayList<>();
        switch (draft.stage()) {
            case WRITTEN -> {
                row.add(Shapes.primary("Ask for review", "draft-submit", ref));
                row.add(Shapes.button("Edit", "draft-edit", ref));
            }
            case IN_REVIEW -> {
                if (all) {
                    row.add(Shapes.primary("Approve", "draft-approve", ref));
                    row.add(Shapes.button("Ask for changes", "draft-changes", ref));
                    row.add(Shapes.button("Edit", "draft-edit", ref));
                }
            }
            case CHANGES_ASKED -> row.add(Shapes.primary("Edit", "draft-edit", ref));
            case APPROVED -> {
                row.add(Shapes.primary("Release", "draft-release", ref));
                if (all) {
                    row.add(Shapes.button("Ask for changes", "draft-changes", ref));
                    row.add(Shapes.button("Edit", "draft-edit", ref));
                }
            }
            case RELEASED -> {
                row.add(Shapes.primary(sentLabel(view), "draft-sent", ref));
                if (all && !view.incident().header().drill()) {
                    row.add(Shapes.button("Send by e-mail", "draft-mail", ref));
                }
                if (all) {
                    row.add(Shapes.button("Edit", "draft-edit", ref));
                }
            }
            case SENT, WITHDRAWN -> {}
        }
        if (all && !draft.stage().isOver()) {
            row.add(Shapes.button("Withdraw", "draft-withdraw", ref));
        }
        if (!all) {
            row.add(Shapes.button("Read all", "draft-read", ref));
        }
        return row;
    }

    /** Whoever wrote it may change it or take it back; agreeing to it is for others. */
    private static List<BlockElement> ownInReview(Draft draft, IncidentView view) {
        String ref = DraftRef.to(view.incident().id(), draft).toString();
        return List.of(
                Shapes.button("Edit", "draft-edit", ref),
                Shapes.button("Withdraw", "draft-withdraw", ref));
    }

    static String sentLabel(IncidentView view) {
        return view.incident().header().drill() ? "Mark as exercised" : "Mark as sent";
    }

    private static String line(Draft draft) {
        return "*"
                + draft.label()
                + " "
                + Mrkdwn.escape(draft.title())
                + "* · "
                + sign(draft.stage())
                + " "
                + draft.stage().word()
                + "\n"
                + Mrkdwn.escape(draft.current().wording().subject());
    }

    /** How far it is and whom it waits for, in one line. */
    static String summary(Draft draft) {
        String waits =
                draft.pending().stream()
                        .map(r -> r.person().map(Mrkdwn::mention).orElse(Mrkdwn.escape(r.title())))
                        .collect(Collectors.joining(", "));
        return draft.label()
                + " "
                + Mrkdwn.escape(draft.title())
                + ": "
                + draft.stage().word()
                + (waits.isEmpty() ? "" : ", waits for " + waits);
    }

    private static String sign(Stage stage) {
        return switch (stage) {
            case WRITTEN -> "📝";
            case IN_REVIEW -> "👀";
            case CHANGES_ASKED -> "↩️";
            case APPROVED -> "☑️";
            case RELEASED -> "⚖️";
            case SENT -> "✅";
            case WITHDRAWN -> "⚪";
        };
    }

    /** Who has agreed, who is asked, what became of it. */
    private static String progress(Draft draft, IncidentView view) {
        List<String> parts = new ArrayList<>();
        for (Approval approval : draft.standing()) {
            parts.add(
                    "Approved by "
                            + Mrkdwn.mention(approval.by())
                            + titles(approval, view)
                            + " "
                            + Mrkdwn.dateTime(approval.at()));
        }
        for (Request request : draft.pending()) {
            parts.add(
                    "Waits for "
                            + request.person().map(Mrkdwn::mention).orElse("nobody yet")
                            + " ("
                            + Mrkdwn.escape(request.title())
                            + ")");
        }
        draft.objection()
                .ifPresent(o ->
                        parts.add(
                                Mrkdwn.mention(o.by())
                                        + " asks for changes: "
                                        + Mrkdwn.escape(o.words())));
        draft.released()
                .ifPresent(r ->
                        parts.add(
                                "Released by "
                                        + Mrkdwn.mention(r.by())
                                        + " "
                                        + Mrkdwn.dateTime(r.at())));
        draft.sending()
                .ifPresent(s ->
                        parts.add(
                                (s.exercise() ? "Exercised " : "Sent ")
                                        + Mrkdwn.dateTime(s.sentAt())
                                        + " by "
                                        + Mrkdwn.escape(s.how())
                                        + " to "
                                        + Mrkdwn.escape(s.recipients())
                                        + "; proof: "
                                        + Mrkdwn.escape(s.proof())));
        return parts.isEmpty() ? "Nobody has read it yet" : String.join("\n", parts);
    }

    private static String titles(Approval approval, IncidentView view) {
        return approval.roles().isEmpty()
                ? ""
                : approval.roles().stream()
                        .map((RoleName role) -> Mrkdwn.escape(view.policy().titleOf(role)))
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
