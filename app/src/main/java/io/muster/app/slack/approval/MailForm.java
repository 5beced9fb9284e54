package io.muster.app.slack.approval;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.approval.Draft;
import io.muster.core.incident.ReachCommand;
import io.muster.core.reach.Matter;
import io.muster.core.reach.Reach;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** To whom a released notice is mailed, and what became of those it was mailed to already. */
final class MailForm {
    static final String TO = "mail-to";
    private static final int SHOWN = 8;

    private MailForm() {}

    static View of(Draft draft, IncidentView view) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.section(
                        "*"
                                + draft.label()
                                + "* "
                                + Mrkdwn.escape(draft.current().wording().subject())
                                + "\nGoes out exactly as it was approved, to each address alone."));
        String soFar = soFar(draft, view);
        if (!soFar.isEmpty()) {
            blocks.add(Shapes.context(soFar));
        }
        blocks.add(
                Forms.lines(
                        TO,
                        "To whom?",
                        "One address a line. Nobody sees who else gets it.",
                        "",
                        false));
        blocks.add(
                Shapes.context(
                        "sha-256 `"
                                + draft.current().shortHash()
                                + "` · When the mail server has taken all of them, "
                                + draft.label()
                                + " is recorded as sent."));
        return Forms.modal(
                "draft-mail",
                "Send " + draft.label(),
                "Send",
                DraftRef.to(view.incident().id(), draft).toString(),
                blocks);
    }

    private static String soFar(Draft draft, IncidentView view) {
        List<Reach> mails =
                view.incident()
                        .dossier()
                        .reaches()
                        .about(Matter.NOTICE, String.valueOf(draft.number()))
                        .toList();
        List<String> lines = new ArrayList<>();
        for (Reach mail : mails.subList(0, Math.min(SHOWN, mails.size()))) {
            String what =
                    mail.outcome()
                            .map(o -> o.delivered() ? "taken" : "failed: " + o.words())
                            .orElse("on its way");
            lines.add(Mrkdwn.escape(mail.to().address().text() + ", " + what));
        }
        if (mails.size() > SHOWN) {
            lines.add("… and " + (mails.size() - SHOWN) + " more: `/incident export`");
        }
        return String.join("\n", lines);
    }

    /** The words that the person had before them are meant, and no others. */
    static ReachCommand command(Submitted form, DraftRef ref) {
        List<FreeText> addresses =
                Stream.of(form.text(TO).text().split("[\\r\\n,;]+"))
                        .map(FreeText::of)
                        .filter(address -> !address.isBlank())
                        .toList();
        return new ReachCommand.MailNotice(ref.number(), ref.hash(), addresses);
    }
}
