package io.muster.app.slack.checklist;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Phrase;
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
    private static final int SHORT = 50;

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
        blocks.add(
                Shapes.section(
                        mark + "*" + Mrkdwn.escape(phase.title()) + "* " + view.progress(phase)));
        for (int group = 0; !group(phase, group, view).isEmpty(); group++) {
            blocks.add(boxes(phase, group, view));
            ticked(group(phase, group, view), view).ifPresent(blocks::add);
        }
        return blocks;
    }

    private static LayoutBlock boxes(Phase phase, int group, IncidentView view) {
        List<OptionObject> options = new ArrayList<>();
        List<OptionObject> done = new ArrayList<>();
        for (Item item : group(phase, group, view)) {
            Optional<Tick> tick = view.incident().checklists().tick(item.name());
            OptionObject option = option(item);
            options.add(option);
            if (tick.isPresent()) {
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
        // A block keeps what was ticked in it for as long as it has its name.
        String name =
                "boxes-"
                        + phase.name()
                        + "-"
                        + group
                        + "-"
                        + view.incident().checklists().ticks().size();
        return Shapes.actions(name, List.of(boxes));
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

    /** Who did what and when, one a line. */
    private static Optional<LayoutBlock> ticked(List<Item> items, IncidentView view) {
        List<Phrase> lines = new ArrayList<>();
        for (Item item : items) {
            view.incident()
                    .checklists()
                    .tick(item.name())
                    .ifPresent(tick -> lines.add(line(item, tick)));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(RichText.lines(lines));
    }

    private static Phrase line(Item item, Tick tick) {
        Phrase what = Phrase.of("☑️ " + Foreign.atMost(item.text(), SHORT) + ": ");
        Phrase who =
                tick.by()
                        .person()
                        .map(what::who)
                        .orElse(what.say("Muster"))
                        .say(", ")
                        .at(tick.at());
        return tick.byItself() ? who.say(", shown by the record") : who;
    }
}
