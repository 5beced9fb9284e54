package io.muster.app.slack.evidence;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.OverflowMenuElement;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Spoken;
import io.muster.core.evidence.Digest;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.Storage;

import java.util.ArrayList;
import java.util.List;

/** One exhibit in the register: what it is, who holds it, and what can be done with it. */
final class ExhibitLines {
    private static final int LONGEST_WORDS = 300;

    private ExhibitLines() {}

    static LayoutBlock of(IncidentView view, Exhibit exhibit) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(exhibit));
        lines.add(
                "From "
                        + words(exhibit.collection().source())
                        + ", collected "
                        + Mrkdwn.dateTime(exhibit.collection().collectedAt())
                        + " by "
                        + Mrkdwn.mention(exhibit.collection().collector())
                        + exhibit.collection()
                                .witness()
                                .map(w -> ", witness " + Mrkdwn.mention(w))
                                .orElse("")
                        + exhibit.collection()
                                .clockOffset()
                                .map(o -> ", its clock was " + ClockOffset.words(o))
                                .orElse(""));
        lines.add(holder(exhibit) + " · " + kept(exhibit));
        lines.add(hash(exhibit));
        exhibit.sharings()
                .forEach(s ->
                        lines.add(
                                "⚖️ Shared with "
                                        + words(s.with())
                                        + " "
                                        + Mrkdwn.dateTime(s.at())));
        SectionBlock.SectionBlockBuilder section =
                SectionBlock.builder()
                        .text(
                                MarkdownTextObject.builder()
                                        .text(
                                                Foreign.atMost(
                                                        String.join("\n", lines), Shapes.SECTION))
                                        .verbatim(true)
                                        .build());
        List<OptionObject> acts = acts(view, exhibit);
        if (!acts.isEmpty()) {
            section.accessory(
                    OverflowMenuElement.builder().actionId("evidence-act").options(acts).build());
        }
        return section.build();
    }

    static String headline(Exhibit exhibit) {
        String mark = exhibit.mismatches() > 0 ? "⚠️ " : "";
        String copy = exhibit.copyOf().map(o -> " (copy of " + Exhibit.label(o) + ")").orElse("");
        return mark
                + "*"
                + exhibit.label()
                + "* "
                + exhibit.type().title()
                + copy
                + ": "
                + words(exhibit.what());
    }

    static String holder(Exhibit exhibit) {
        if (exhibit.disposal().isPresent()) {
            return "🗑️ "
                    + exhibit.disposal().get().how().word()
                    + " "
                    + Mrkdwn.dateTime(exhibit.disposal().get().at());
        }
        String hands = "Held by " + Mrkdwn.mention(exhibit.holder());
        return exhibit.offer()
                .map(o -> hands + ", on its way to " + Mrkdwn.mention(o.to()))
                .orElse(hands);
    }

    private static String kept(Exhibit exhibit) {
        return switch (exhibit.storage()) {
            case Storage.Fetching ignored -> "⏳ being fetched";
            case Storage.Failed failed -> "⚠️ not fetched: " + Mrkdwn.escape(failed.reason());
            case Storage.Stored stored ->
                    "kept by Muster"
                            + stored.link().map(l -> ", from <" + l + "|Slack>").orElse("");
            case Storage.Gone ignored -> "Muster's copy is destroyed";
            case Storage.Elsewhere ignored -> elsewhere(exhibit);
        };
    }

    private static String elsewhere(Exhibit exhibit) {
        String where =
                exhibit.keeping().where().isBlank()
                        ? "⚠️ nobody has said where it is kept"
                        : "kept at " + words(exhibit.keeping().where());
        if (!exhibit.keeping().writeOnce()) {
            return where;
        }
        return where
                + ", write-once"
                + exhibit.keeping().until().map(u -> " until " + Mrkdwn.dateTime(u)).orElse("");
    }

    private static String hash(Exhibit exhibit) {
        if (exhibit.digest().isEmpty()) {
            return "No hash yet";
        }
        Digest digest = exhibit.digest().get();
        String size = digest.size().map(s -> " · " + Spoken.size(s)).orElse("");
        String wrong =
                exhibit.mismatches() > 0
                        ? " · ⚠️ *did not match* " + Spoken.count(exhibit.mismatches(), "time")
                        : "";
        String checked =
                exhibit.verifiedAt().map(at -> " · checked " + Mrkdwn.dateTime(at)).orElse("");
        return "SHA-256 `" + digest.sha256() + "`" + size + checked + wrong;
    }

    private static List<OptionObject> acts(IncidentView view, Exhibit exhibit) {
        List<OptionObject> acts = new ArrayList<>();
        if (!exhibit.isKept()) {
            return acts;
        }
        switch (exhibit.storage()) {
            case Storage.Failed ignored -> acts.add(act("Fetch again", "fetch", view, exhibit));
            case Storage.Fetching ignored -> {}
            case Storage.Gone ignored -> {}
            case Storage.Stored ignored -> inHand(acts, view, exhibit);
            case Storage.Elsewhere ignored -> inHand(acts, view, exhibit);
        }
        return acts;
    }

    private static void inHand(List<OptionObject> acts, IncidentView view, Exhibit exhibit) {
        if (exhibit.offer().isPresent()) {
            acts.add(
                    act(
                            "Call the handover off",
                            "calloff/" + exhibit.offer().get().number(),
                            view,
                            exhibit));
        } else {
            acts.add(act("Hand over", "transfer", view, exhibit));
        }
        acts.add(
                act(
                        exhibit.digest().isEmpty() ? "Enter its hash" : "Check its hash",
                        "verify",
                        view,
                        exhibit));
        acts.add(act("Register a copy", "copy", view, exhibit));
        acts.add(act("Share outside", "share", view, exhibit));
        acts.add(act("Destroy or return", "dispose", view, exhibit));
    }

    private static OptionObject act(String label, String act, IncidentView view, Exhibit exhibit) {
        return Shapes.option(
                label, view.incident().id().number() + "|" + exhibit.number() + "/" + act);
    }

    private static String words(io.muster.core.FreeText text) {
        return Mrkdwn.escape(Foreign.atMost(text.text().replace('\n', ' '), LONGEST_WORDS));
    }
}
