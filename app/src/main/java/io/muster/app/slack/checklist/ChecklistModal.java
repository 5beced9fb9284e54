package io.muster.app.slack.checklist;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.checklist.Tick;
import io.muster.core.policy.Item;
import io.muster.core.policy.Phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All checklists of an incident on one sheet, ticked where they stand. */
final class ChecklistModal {
    /** The action of a group of boxes; what follows the colon names the phase and the group. */
    static final String TICK = "tick";

    private static final int BOXES = 10;
    private static final int BLOCKS = 98;

    private ChecklistModal() {}

    static View of(IncidentView view) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.context(
                        "A tick is recorded at once, with your name and the time. No need to save."));
        for (Phase phase : view.policy().phases()) {
            blocks.addAll(blocks(phase, view));
        }
        return Forms.sheet(
                "checklist",
                view.incident().id() + " checklist",
                String.valueOf(view.incident().id().number()),
                blocks.subList(0, Math.min(BLOCKS, blocks.size())));
    }

    /** The items of one group of boxes: groups are what Slack allows in one element. */
    static List<Item> group(Phase phase, int group, IncidentView view) {
        List<Item> items = view.items(phase);
        int from = Math.min(items.size(), group * BOXES);
        return items.subList(from, Math.min(items.size(), from + BOXES));
    }

    private static List<LayoutBlock> blocks(Phase phase, IncidentView view) {
        List<LayoutBlock> blocks = new ArrayList<>();
        String mark = view.incident().phases().isRunning(phase.name()) ? "▶️ " : "";
        String heading = mark + "*" + Mrkdwn.escape(phase.title()) + "* " + view.progress(phase);
        for (int group = 0; !group(phase, group, view).isEmpty(); group++) {
            blocks.add(boxes(phase, group, group == 0 ? heading : "…", view));
            ticked(group(phase, group, view), view).ifPresent(blocks::add);
        }
        return blocks;
    }

    private static SectionBlock boxes(Phase phase, int group, String heading, IncidentView view) {
        List<OptionObject> options = new ArrayList<>();
        List<OptionObject> done = new ArrayList<>();
        for (Item item : group(phase, group, view)) {
            OptionObject option = option(item);
            options.add(option);
            if (view.incident().checklists().done(item.name())) {
                done.add(option);
            }
        }
        CheckboxesElement boxes =
                CheckboxesElement.builder()
                        .actionId(TICK + ":" + phase.name() + "/" + group)
                        .options(options)
                        .build();
        if (!done.isEmpty()) {
            boxes.setInitialOptions(done);
        }
        SectionBlock section = Shapes.section(heading);
        section.setBlockId(
                "boxes-"
                        + phase.name()
                        + "-"
                        + group
                        + "-"
                        + view.incident().checklists().ticks().size());
        section.setAccessory(boxes);
        return section;
    }

    /** An option's text is short; what does not fit stands in its description. */
    private static OptionObject option(Item item) {
        String text = item.text() + (item.required() ? " (required)" : "");
        if (text.length() <= Shapes.OPTION) {
            return Shapes.option(text, item.name().value());
        }
        int space = text.lastIndexOf(' ', Shapes.OPTION - 1);
        int cut = space > Shapes.OPTION / 2 ? space : Shapes.OPTION - 1;
        return Shapes.option(
                text.substring(0, cut) + "…",
                item.name().value(),
                "… " + Foreign.atMost(text.substring(cut).strip(), Shapes.OPTION - 2));
    }

    private static Optional<LayoutBlock> ticked(List<Item> items, IncidentView view) {
        StringBuilder lines = new StringBuilder();
        for (Item item : items) {
            Optional<Tick> tick = view.incident().checklists().tick(item.name());
            tick.ifPresent(t ->
                    lines.append(lines.isEmpty() ? "" : "\n")
                            .append("☑️ ")
                            .append(Mrkdwn.escape(Foreign.atMost(item.text(), 60)))
                            .append(" · ")
                            .append(by(t))
                            .append(' ')
                            .append(Mrkdwn.dateTime(t.at())));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(Shapes.context(lines.toString()));
    }

    private static String by(Tick tick) {
        String shown = tick.byItself() ? "shown by the record, " : "";
        return shown + tick.by().person().map(Mrkdwn::mention).orElse("Muster");
    }
}
