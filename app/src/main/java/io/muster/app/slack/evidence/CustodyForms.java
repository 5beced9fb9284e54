package io.muster.app.slack.evidence;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.evidence.Disposal;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.Handover;
import io.muster.core.incident.Gates;
import io.muster.core.policy.Guard;
import io.muster.core.policy.Item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms about one exhibit. */
final class CustodyForms {
    private static final int GATE_ITEMS = 5;

    static final String TO = "to";
    static final String PURPOSE = "purpose";
    static final String HASH = "sha256";
    static final String WITH = "with";
    static final String OVERRIDE = "override";
    static final String HOW = "how";
    static final String REASON = "reason";

    private CustodyForms() {}

    static View transfer(IncidentView view, Exhibit exhibit) {
        return Forms.modal(
                "evidence-transfer",
                "Hand over " + exhibit.label(),
                "Hand over",
                about(view, exhibit, ""),
                List.of(
                        Shapes.context(headline(exhibit)),
                        Forms.required(Forms.person(TO, "To whom?", Optional.empty())),
                        Forms.lines(
                                PURPOSE, "What for?", "Stands in the chain of custody", "", false),
                        Shapes.context(
                                "They get a message and have to confirm. Until they do, it stays with "
                                        + Mrkdwn.mention(exhibit.holder())
                                        + ".")));
    }

    static View receive(IncidentView view, Exhibit exhibit, Handover.Offer offer) {
        return Forms.modal(
                "custody-take",
                "Receive " + exhibit.label(),
                "I have received it",
                about(view, exhibit, "/" + offer.number()),
                List.of(
                        Shapes.context(headline(exhibit)),
                        Forms.line(
                                HASH,
                                "SHA-256 that you computed",
                                "Of what you have in front of you, not copied from the register",
                                "")));
    }

    static View verify(IncidentView view, Exhibit exhibit) {
        boolean first = exhibit.digest().isEmpty();
        return Forms.modal(
                "evidence-verify",
                (first ? "Hash of " : "Check ") + exhibit.label(),
                first ? "Enter" : "Compare",
                about(view, exhibit, ""),
                List.of(
                        Shapes.context(headline(exhibit)),
                        Forms.line(
                                HASH,
                                "SHA-256 that you computed",
                                first
                                        ? "Every later check is held against it"
                                        : "Of what is kept, not copied from the register",
                                "")));
    }

    static View share(IncidentView view, Exhibit exhibit) {
        boolean told = view.incident().dossier().evidence().legal().isPresent();
        List<Gates.Closed> closed =
                Gates.missing(view.incident(), view.policy(), new Guard.SharingEvidence());
        String legal = view.policy().counselWord();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.context(headline(exhibit)));
        if (!told) {
            blocks.add(
                    Shapes.section(
                            "⚖️ *"
                                    + Mrkdwn.escape(legal)
                                    + " has not been told.* It stays here until they have been: press"
                                    + " _Tell "
                                    + Mrkdwn.escape(legal)
                                    + "_ in the register."));
        }
        closed.forEach(gate -> blocks.add(waits(gate)));
        blocks.add(
                Forms.line(WITH, "With whom?", "The organisation, and the person if you know", ""));
        blocks.add(Forms.lines(PURPOSE, "What for?", "", "", false));
        if (!told || !closed.isEmpty()) {
            blocks.add(
                    Forms.lines(
                            OVERRIDE,
                            told ? "Why all the same?" : "Why before " + legal + " was told?",
                            "Only the commander may; the reason stays in the record",
                            "",
                            true));
        }
        return Forms.modal(
                "evidence-share",
                "Share " + exhibit.label(),
                "Share",
                about(view, exhibit, ""),
                blocks);
    }

    private static LayoutBlock waits(Gates.Closed gate) {
        List<Item> shown = gate.missing().subList(0, Math.min(GATE_ITEMS, gate.missing().size()));
        StringBuilder lines =
                new StringBuilder("🔒 *" + Mrkdwn.escape(gate.gate().title()) + "* waits for:");
        shown.forEach(item -> lines.append("\n• ").append(Mrkdwn.escape(item.text())));
        int more = gate.missing().size() - shown.size();
        return Shapes.section(
                lines + (more > 0 ? "\n… and " + more + " more in `/incident checklist`" : ""));
    }

    static View dispose(IncidentView view, Exhibit exhibit) {
        String ours =
                exhibit.path().isPresent()
                        ? " Muster's copy is deleted for good; its hash and its history stay."
                        : " Its hash and its history stay.";
        return Forms.modal(
                "evidence-dispose",
                "Dispose of " + exhibit.label(),
                "Record",
                about(view, exhibit, ""),
                List.of(
                        Shapes.context(headline(exhibit)),
                        Forms.choice(
                                HOW,
                                "What was done?",
                                List.of(
                                        Shapes.option("Destroyed", Disposal.How.DESTROYED.word()),
                                        Shapes.option("Returned", Disposal.How.RETURNED.word())),
                                Optional.empty(),
                                false),
                        Forms.lines(
                                REASON,
                                "Why, and by what authority?",
                                "Retention is over, ordered by …",
                                "",
                                false),
                        Shapes.context("This cannot be undone." + ours)));
    }

    static String headline(Exhibit exhibit) {
        return "*"
                + exhibit.label()
                + "* "
                + exhibit.type().title()
                + ": "
                + Mrkdwn.escape(exhibit.what());
    }

    private static String about(IncidentView view, Exhibit exhibit, String more) {
        return view.incident().id().number() + "|" + exhibit.number() + more;
    }
}
