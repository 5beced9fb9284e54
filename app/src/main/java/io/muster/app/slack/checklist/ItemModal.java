package io.muster.app.slack.checklist;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.checklist.Checklists;
import io.muster.core.incident.Gates;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.TaskCommand;
import io.muster.core.policy.Item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that can be said of one checklist item, in one form. */
final class ItemModal {
    static final String CALLBACK = "task";
    static final String STATE = "state";
    static final String BECAUSE = "because";

    private static final String WHO = "who";
    private static final String PROOF = "proof";
    private static final String OVERRIDE = "override";
    private static final String OPEN = "open";
    private static final String DONE = "done";
    private static final String NOT_APPLICABLE = "not-applicable";

    private ItemModal() {}

    static View of(IncidentView view, Item item, Sheet from) {
        Checklists checklists = view.incident().checklists();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.section("*" + Mrkdwn.escape(item.text()) + "*"));
        Phrase state = ItemLines.state(item, checklists);
        if (!state.isEmpty()) {
            blocks.add(RichText.block(state));
        }
        blocks.add(
                Forms.choice(
                        STATE,
                        "State",
                        List.of(
                                Shapes.option("Open", OPEN),
                                Shapes.option("Done", DONE),
                                Shapes.option("Not applicable here", NOT_APPLICABLE)),
                        Optional.of(state(item, checklists)),
                        false));
        blocks.add(
                Forms.lines(
                        BECAUSE,
                        "If it is not applicable: why?",
                        Gates.waitFor(item, view.incident(), view.policy())
                                ? "A phase or a gate waits for it, so the commander decides."
                                : "",
                        checklists
                                .notApplicable(item.name())
                                .map(n -> n.because().text())
                                .orElse(""),
                        true));
        blocks.add(Forms.person(WHO, "Who does it?", checklists.assignee(item.name())));
        blocks.add(
                Forms.optionalLine(
                        PROOF, "Proof: a link, an evidence number, a ticket", "Added to it.", ""));
        if (isGuarded(view, item)) {
            blocks.add(
                    Forms.lines(
                            OVERRIDE,
                            "A gate is closed. To tick it all the same: why?",
                            "For the commander. The reason stays in the record.",
                            "",
                            true));
        }
        Sheet sheet =
                new Sheet(
                        from.incident(),
                        from.phase(),
                        from.turn() + 1,
                        from.ticked(),
                        Optional.of(item.name()));
        return Forms.modal(
                CALLBACK, view.incident().id() + " item", "Save", sheet.metadata(), blocks);
    }

    /**
     * What the form asks for beyond what is so already. A field that was left alone asks for
     * nothing, whatever others have done to the item since.
     */
    static List<IncidentCommand> commands(Submitted form, IncidentView view, Item item) {
        Checklists checklists = view.incident().checklists();
        List<IncidentCommand> commands = new ArrayList<>();
        Optional<PersonId> who = form.person(WHO);
        if (form.changed(WHO) && !who.equals(checklists.assignee(item.name()))) {
            commands.add(new TaskCommand.AssignItem(item.name(), who));
        }
        FreeText proof = form.text(PROOF);
        if (!proof.isBlank()) {
            commands.add(new TaskCommand.LinkItem(item.name(), proof));
        }
        commands.addAll(state(form, checklists, item));
        return commands;
    }

    /** Under which field a refusal belongs. */
    static String field(Submitted form) {
        boolean wantsReason =
                form.choice(STATE).filter(NOT_APPLICABLE::equals).isPresent()
                        && form.text(BECAUSE).isBlank();
        return wantsReason ? BECAUSE : STATE;
    }

    private static List<IncidentCommand> state(Submitted form, Checklists checklists, Item item) {
        String chosen = form.choice(STATE).orElse("");
        boolean reworded = chosen.equals(NOT_APPLICABLE) && form.changed(BECAUSE);
        if (!form.changed(STATE) && !reworded) {
            return List.of();
        }
        boolean done = checklists.done(item.name());
        boolean wasDone = done && form.shown().held(STATE, DONE);
        return switch (chosen) {
            case DONE ->
                    done
                            ? List.of()
                            : List.of(new IncidentCommand.Tick(item.name(), form.text(OVERRIDE)));
            case OPEN ->
                    checklists.settled(item.name())
                            ? List.of(new IncidentCommand.Untick(item.name()))
                            : List.of();
            case NOT_APPLICABLE -> ruledOut(form.text(BECAUSE), checklists, item, wasDone);
            default -> List.of();
        };
    }

    private static List<IncidentCommand> ruledOut(
            FreeText because, Checklists checklists, Item item, boolean untick) {
        boolean same =
                checklists
                        .notApplicable(item.name())
                        .filter(n -> n.because().equals(because))
                        .isPresent();
        if (same) {
            return List.of();
        }
        TaskCommand rule = new TaskCommand.RuleOut(item.name(), because);
        return untick ? List.of(new IncidentCommand.Untick(item.name()), rule) : List.of(rule);
    }

    private static boolean isGuarded(IncidentView view, Item item) {
        return !view.incident().checklists().done(item.name())
                && !Gates.missingToTick(view.incident(), view.policy(), item.name()).isEmpty();
    }

    private static String state(Item item, Checklists checklists) {
        if (checklists.done(item.name())) {
            return DONE;
        }
        return checklists.settled(item.name()) ? NOT_APPLICABLE : OPEN;
    }
}
