package io.muster.app.slack.checklist;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Phrase;
import io.muster.core.incident.Gates;
import io.muster.core.incident.Workstream;
import io.muster.core.policy.Guard;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The checklist of one phase on a sheet, ticked where it stands, with the other phases one press
 * away.
 */
final class ChecklistModal {
    /** The action of a group of boxes; what follows the colon names the phase and the group. */
    static final String TICK = "tick";

    /** The action that turns to another phase. */
    static final String TURN = "checklist-phase";

    /** The action that opens the form of one item. */
    static final String PICK = "checklist-item";

    /** Slack's limit for one element. */
    private static final int BOXES = 10;

    private static final int MOST_TABS = 24;
    private static final int MOST_ITEMS = 100;

    private ChecklistModal() {}

    /** The sheet of one phase. */
    static View of(IncidentView view, Phase phase, int turn, Optional<Phrase> refusal) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.actions("tabs-" + turn, tabs(view, phase)));
        refusal.ifPresent(words -> blocks.add(RichText.block(Phrase.of("⚠️ ").then(words))));
        blocks.add(Shapes.section(heading(view, phase)));
        closed(view, phase).ifPresent(blocks::add);
        List<Integer> ticked = new ArrayList<>();
        for (int group = 0; group * BOXES < Math.min(MOST_ITEMS, phase.items().size()); group++) {
            ticked.add(mask(phase, group, view));
            boxes(phase, group, view, turn).ifPresent(blocks::add);
            ItemLines.of(group(phase, group, view), view).ifPresent(blocks::add);
        }
        blocks.addAll(foot(view, phase, turn));
        Sheet sheet = new Sheet(view.incident().id(), phase.name(), turn, ticked, Optional.empty());
        return Forms.sheet(
                "checklist", view.incident().id() + " checklist", sheet.metadata(), blocks);
    }

    /** Where work goes on: the first phase that runs and has something open. */
    static Phase first(IncidentView view) {
        List<Phase> phases = view.policy().phases();
        return phases.stream()
                .filter(p -> view.incident().phases().isRunning(p.name()) && hasOpen(p, view))
                .findFirst()
                .or(() -> phases.stream().filter(p -> hasOpen(p, view)).findFirst())
                .orElse(phases.getFirst());
    }

    /**
     * The items of one group of boxes that are meant here. Groups are cut from all that the policy
     * has, so that an item stays in its group when the severity or the kind changes.
     */
    static List<Item> group(Phase phase, int group, IncidentView view) {
        List<Item> meant = view.items(phase);
        return all(phase, group).stream().filter(meant::contains).toList();
    }

    /** The place of an item within its group. */
    static int place(Phase phase, int group, Item item) {
        return all(phase, group).indexOf(item);
    }

    private static List<Item> all(Phase phase, int group) {
        int from = Math.min(phase.items().size(), group * BOXES);
        return phase.items().subList(from, Math.min(phase.items().size(), from + BOXES));
    }

    private static boolean hasOpen(Phase phase, IncidentView view) {
        return view.items(phase).stream()
                .anyMatch(i -> !view.incident().checklists().settled(i.name()));
    }

    private static List<BlockElement> tabs(IncidentView view, Phase current) {
        List<BlockElement> tabs = new ArrayList<>();
        for (Phase phase : view.policy().phases().stream().limit(MOST_TABS).toList()) {
            String label = sign(view, phase) + phase.title() + " " + view.progress(phase);
            String action = TURN + ":" + phase.name();
            String value = view.incident().id().number() + "|" + phase.name();
            tabs.add(
                    phase.equals(current)
                            ? Shapes.primary(label, action, value)
                            : Shapes.button(label, action, value));
        }
        return tabs;
    }

    private static String sign(IncidentView view, Phase phase) {
        Optional<Workstream> work = view.incident().phases().find(phase.name());
        return work.map(w -> w.isRunning() ? "▶️ " : "✅ ").orElse("");
    }

    private static String heading(IncidentView view, Phase phase) {
        String state =
                view.incident()
                        .phases()
                        .find(phase.name())
                        .map(w -> w.isRunning() ? "running" : "finished")
                        .orElse("not started");
        return "*"
                + Mrkdwn.escape(phase.title())
                + "* · "
                + state
                + " · "
                + view.progress(phase)
                + " settled"
                + (view.items(phase).isEmpty() ? "\nNothing to tick here." : "");
    }

    /** The gates before this phase's start or end, while they are closed. */
    private static Optional<LayoutBlock> closed(IncidentView view, Phase phase) {
        boolean begun = view.incident().phases().find(phase.name()).isPresent();
        Guard guard = begun ? new Guard.Finishing(phase.name()) : new Guard.Starting(phase.name());
        List<Gates.Closed> closed = Gates.missing(view.incident(), view.policy(), guard);
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder lines = new StringBuilder();
        for (Gates.Closed gate : closed) {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append("🔒 ")
                    .append(Mrkdwn.escape(gate.gate().title()))
                    .append(begun ? ": before its end, " : ": before it starts, ")
                    .append(gate.missing().size())
                    .append(" of ")
                    .append(gate.gate().needs().size())
                    .append(" still open");
        }
        return Optional.of(Shapes.context(lines.toString()));
    }

    private static int mask(Phase phase, int group, IncidentView view) {
        int mask = 0;
        for (Item item : group(phase, group, view)) {
            if (view.incident().checklists().done(item.name())) {
                mask |= 1 << place(phase, group, item);
            }
        }
        return mask;
    }

    private static Optional<LayoutBlock> boxes(
            Phase phase, int group, IncidentView view, int turn) {
        List<OptionObject> options = new ArrayList<>();
        List<OptionObject> done = new ArrayList<>();
        for (Item item : group(phase, group, view)) {
            if (view.incident().checklists().notApplicable(item.name()).isEmpty()) {
                OptionObject option = option(item);
                options.add(option);
                if (view.incident().checklists().done(item.name())) {
                    done.add(option);
                }
            }
        }
        if (options.isEmpty()) {
            return Optional.empty();
        }
        CheckboxesElement boxes =
                CheckboxesElement.builder()
                        .actionId(TICK + ":" + phase.name() + "/" + group)
                        .options(options)
                        .build();
        if (!done.isEmpty()) {
            boxes.setInitialOptions(done);
        }
        String name = "boxes-" + phase.name() + "-" + group + "-" + turn;
        return Optional.of(Shapes.actions(name, List.of(boxes)));
    }

    /** An option's text is short; what does not fit stands below it. */
    private static OptionObject option(Item item) {
        String text = item.text() + (item.required() ? " (required)" : "");
        int cut = text.length() <= Shapes.OPTION ? text.length() : cut(text);
        String rest = cut == text.length() ? "" : "… " + text.substring(cut).strip();
        OptionObject option =
                Shapes.option(
                        cut == text.length() ? text : text.substring(0, cut) + "…",
                        item.name().value());
        if (!rest.isBlank()) {
            option.setDescription(Shapes.plain(rest, Shapes.OPTION));
        }
        return option;
    }

    private static int cut(String text) {
        int space = text.lastIndexOf(' ', Shapes.OPTION - 1);
        return space > Shapes.OPTION / 2 ? space : Shapes.OPTION - 1;
    }

    private static List<LayoutBlock> foot(IncidentView view, Phase phase, int turn) {
        List<LayoutBlock> foot = new ArrayList<>();
        List<Item> items = view.items(phase);
        if (!items.isEmpty()) {
            StaticSelectElement picker =
                    StaticSelectElement.builder()
                            .actionId(PICK + ":" + phase.name())
                            .placeholder(Shapes.plain("Not applicable, assign, link …", 150))
                            .options(
                                    items.stream()
                                            .limit(MOST_ITEMS)
                                            .map(i -> Shapes.option(i.text(), i.name().value()))
                                            .toList())
                            .build();
            foot.add(Shapes.actions("pick-" + turn, List.of(picker)));
        }
        if (items.size() > MOST_ITEMS) {
            foot.add(
                    Shapes.context(
                            "… and "
                                    + (items.size() - MOST_ITEMS)
                                    + " more: `/incident task done <item>`"));
        }
        foot.add(
                Shapes.context(
                        "A tick is recorded at once, with your name and the time. No need to save."));
        return foot;
    }
}
