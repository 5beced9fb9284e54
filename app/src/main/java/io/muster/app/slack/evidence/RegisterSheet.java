package io.muster.app.slack.evidence;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Phrase;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.Preservation;
import io.muster.core.evidence.Register;
import io.muster.core.policy.Item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The register of exhibits on one sheet: what is kept, by whom, and what can be done with it. */
final class RegisterSheet {
    static final int FIRST_PAGE = 0;

    /** Whichever page holds the newest exhibit. */
    static final int LAST_PAGE = Integer.MAX_VALUE;

    private static final int PAGE = 20;

    private RegisterSheet() {}

    static View of(IncidentView view, int page, Optional<Phrase> said) {
        Register register = view.incident().dossier().evidence();
        int last = Math.max(0, (register.exhibits().size() - 1) / PAGE);
        int shown = Math.min(Math.max(page, 0), last);
        List<LayoutBlock> blocks = new ArrayList<>();
        said.ifPresent(words -> blocks.add(RichText.block(words)));
        blocks.add(Shapes.section(preservation(view)));
        blocks.add(Shapes.actions("evidence-do", buttons(view)));
        blocks.add(Shapes.context(legal(register, Mrkdwn.escape(legal(view)))));
        blocks.add(Shapes.divider());
        blocks.addAll(exhibits(view, register, shown));
        if (last > 0) {
            blocks.addAll(turning(view, shown, last));
        }
        return Forms.sheet(
                "evidence",
                view.incident().id() + " evidence",
                String.valueOf(view.incident().id().number()),
                blocks);
    }

    /** The register in words, for whoever's trigger has died. */
    static String asText(IncidentView view) {
        StringBuilder text = new StringBuilder("*" + view.incident().id() + " evidence*");
        for (Exhibit exhibit : view.incident().dossier().evidence().exhibits()) {
            text.append("\n• ")
                    .append(ExhibitLines.headline(exhibit))
                    .append(", ")
                    .append(ExhibitLines.holder(exhibit));
        }
        return text.toString();
    }

    private static String preservation(IncidentView view) {
        Register register = view.incident().dossier().evidence();
        StringBuilder lines =
                new StringBuilder("*Keep before you repair*, what is lost soonest first");
        int number = 1;
        for (Preservation step : Preservation.values()) {
            lines.append("\n").append(step(number++, step, register, view));
        }
        return lines.toString();
    }

    private static String step(
            int number, Preservation step, Register register, IncidentView view) {
        List<String> labels = register.of(step).stream().map(Exhibit::label).toList();
        String exhibits = labels.isEmpty() ? "" : ": " + String.join(", ", labels);
        boolean done =
                item(step, view)
                        .map(i -> view.incident().checklists().done(i.name()))
                        .orElseGet(() -> doneWithoutItem(step, register));
        return (done ? "☑️ " : "◻️ ") + number + ". " + title(step, view) + exhibits;
    }

    private static String title(Preservation step, IncidentView view) {
        return step.title(Mrkdwn.escape(legal(view)));
    }

    private static String legal(IncidentView view) {
        return view.policy().counselWord();
    }

    private static Optional<Item> item(Preservation step, IncidentView view) {
        return view.policy().phases().stream()
                .flatMap(phase -> view.items(phase).stream())
                .filter(i -> i.tickedBy().filter(step.tick()::equals).isPresent())
                .findFirst();
    }

    /** Under a policy that has no such item the register itself answers. */
    private static boolean doneWithoutItem(Preservation step, Register register) {
        return step == Preservation.LEGAL
                ? register.legal().isPresent()
                : register.of(step).stream().anyMatch(Exhibit::coversAll);
    }

    private static List<BlockElement> buttons(IncidentView view) {
        String id = String.valueOf(view.incident().id().number());
        Register register = view.incident().dossier().evidence();
        List<BlockElement> row = new ArrayList<>();
        row.add(Shapes.primary("Add evidence", "evidence-add", id));
        if (register.legal().isEmpty()) {
            row.add(Shapes.button("Tell " + legal(view), "evidence-legal", id));
            row.add(Shapes.button(legal(view) + " has been told", "evidence-told", id));
        }
        row.add(
                Shapes.button(
                        register.hold().isPresent() ? "End legal hold" : "Legal hold",
                        "evidence-hold",
                        id));
        if (!register.exhibits().isEmpty()) {
            row.add(Shapes.button("Custody is complete", "evidence-attest", id));
        }
        return row;
    }

    private static String legal(Register register, String legal) {
        String told =
                register.legal()
                        .map(note ->
                                legal
                                        + " was told "
                                        + Mrkdwn.dateTime(note.at())
                                        + note.whom()
                                                .map(w -> " (" + Mrkdwn.mention(w) + ")")
                                                .orElse(""))
                        .orElse(
                                register.asked().isEmpty()
                                        ? legal + " has not been told: nothing leaves yet"
                                        : legal
                                                + " was asked and has not answered: nothing leaves yet");
        return register.hold()
                .map(hold ->
                        "⚖️ *Legal hold* since "
                                + Mrkdwn.dateTime(hold.since())
                                + ": nothing is destroyed or returned · "
                                + told)
                .orElse(told);
    }

    private static List<LayoutBlock> exhibits(IncidentView view, Register register, int page) {
        if (register.exhibits().isEmpty()) {
            return List.of(
                    Shapes.section(
                            "Nothing is registered yet. Press _Add evidence_, or use _Add as evidence_"
                                    + " in the menu of any message or file."));
        }
        int from = page * PAGE;
        List<LayoutBlock> blocks = new ArrayList<>();
        register.exhibits().stream()
                .skip(from)
                .limit(PAGE)
                .forEach(exhibit -> blocks.add(ExhibitLines.of(view, exhibit)));
        return blocks;
    }

    private static List<LayoutBlock> turning(IncidentView view, int shown, int last) {
        String id = String.valueOf(view.incident().id().number());
        List<BlockElement> row = new ArrayList<>();
        if (shown > 0) {
            row.add(Shapes.button("Earlier", "evidence-page:earlier", id + "|" + (shown - 1)));
        }
        if (shown < last) {
            row.add(Shapes.button("Later", "evidence-page:later", id + "|" + (shown + 1)));
        }
        return List.of(
                Shapes.actions("evidence-turn", row),
                Shapes.context("Page " + (shown + 1) + " of " + (last + 1)));
    }
}
