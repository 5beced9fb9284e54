package io.muster.app.slack.action;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.action.ActionItem;
import io.muster.core.action.ActionKind;
import io.muster.core.incident.ActionRules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms of an action item: add one, change one. */
final class ActionForms {
    static final String ADD = "action-add";
    static final String CHANGE = "action-change";

    static final String TEXT = "text";
    static final String OWNER = "owner";
    static final String DUE = "due";
    static final String KIND = "kind";
    static final String PROOF = "proof";
    static final String TICKET = "ticket";
    static final String STATE = "state";
    static final String WHY = "why";

    private static final int LONGEST_LINK = 500;
    private static final int SHOWN = 400;

    private ActionForms() {}

    /**
     * A new one.
     *
     * @param text what was typed already; may be blank
     */
    static View add(IncidentView view, FreeText text) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Forms.lines(
                        TEXT,
                        "What will be done?",
                        "So that somebody who was not there could do it, for example: Alert when a"
                                + " disk is 80 % full",
                        text.text(),
                        false));
        blocks.add(needed(Forms.person(OWNER, "Who does it?", Optional.empty())));
        blocks.add(date(DUE, "By when?", Optional.empty()));
        blocks.add(kind("", ActionKind.PREVENT));
        blocks.add(Forms.lines(PROOF, "How will we know that it is done?", "", "", true));
        blocks.add(ticket("", FreeText.NONE));
        return Forms.modal(
                ADD,
                view.incident().id() + " action item",
                "Add",
                String.valueOf(view.incident().id().number()),
                blocks);
    }

    /**
     * One that is there; what is left as it is stays as it is.
     *
     * @param tracking what is said or offered under its ticket
     */
    static View change(IncidentView view, ActionItem item, Optional<LayoutBlock> tracking) {
        String suffix = suffix(item.number());
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Forms.choice(
                        STATE + suffix,
                        "Where does it stand?",
                        states(item),
                        Optional.of(item.state().name()),
                        false));
        if (item.isOpen()) {
            blocks.add(
                    needed(
                            Forms.person(
                                    OWNER + suffix, "Who does it?", Optional.of(item.owner()))));
            blocks.add(date(DUE + suffix, "By when?", Optional.of(day(view, item.due()))));
        }
        blocks.add(
                Forms.lines(
                        WHY + suffix,
                        "Why, or what shows it",
                        "Needed for another owner, another day, and when it is dropped or verified",
                        "",
                        true));
        blocks.add(Shapes.divider());
        if (item.isOpen()) {
            blocks.addAll(words(suffix, item));
        } else {
            blocks.add(Shapes.section(stands(item)));
        }
        blocks.add(ticket(suffix, item.ticket()));
        tracking.ifPresent(blocks::add);
        return Forms.modal(
                CHANGE,
                view.incident().id() + " action " + item.number(),
                "Save",
                view.incident().id().number() + "|" + item.number(),
                blocks);
    }

    private static List<LayoutBlock> words(String suffix, ActionItem item) {
        return List.of(
                Forms.lines(TEXT + suffix, "What will be done?", "", item.text().text(), false),
                kind(suffix, item.kind()),
                Forms.lines(
                        PROOF + suffix,
                        "How will we know that it is done?",
                        "",
                        item.verification().text(),
                        true));
    }

    /** By these words it was judged, so they can be read and not changed. */
    private static String stands(ActionItem item) {
        String proof =
                item.verification().isBlank()
                        ? ""
                        : "\n*Done when:* "
                                + Mrkdwn.escape(Foreign.atMost(item.verification().text(), SHOWN));
        return "*What was to be done:* "
                + Mrkdwn.escape(Foreign.atMost(item.text().text(), SHOWN))
                + proof;
    }

    /**
     * What the blocks of one item end with: Slack keeps what was typed into a block by its name.
     */
    static String suffix(int number) {
        return "-" + number;
    }

    /** The day in the zone of the policy. */
    static LocalDate day(IncidentView view, Instant at) {
        return at.atZone(ActionRules.calendar(view.policy()).zone()).toLocalDate();
    }

    private static List<OptionObject> states(ActionItem item) {
        return switch (item.state()) {
            case OPEN ->
                    List.of(
                            option(ActionItem.State.OPEN, "To be done"),
                            option(ActionItem.State.DONE, "Done"),
                            option(ActionItem.State.DROPPED, "Will not be done"));
            case DONE ->
                    List.of(
                            option(ActionItem.State.DONE, "Done"),
                            option(ActionItem.State.VERIFIED, "Verified: I looked, it is done"),
                            option(ActionItem.State.OPEN, "To be done again"));
            case VERIFIED ->
                    List.of(
                            option(ActionItem.State.VERIFIED, "Verified"),
                            option(ActionItem.State.OPEN, "To be done again"));
            case DROPPED ->
                    List.of(
                            option(ActionItem.State.DROPPED, "Will not be done"),
                            option(ActionItem.State.OPEN, "To be done after all"));
        };
    }

    private static OptionObject option(ActionItem.State state, String label) {
        return Shapes.option(label, state.name());
    }

    private static InputBlock kind(String suffix, ActionKind initial) {
        return Forms.choice(
                KIND + suffix,
                "What is it good for?",
                Stream.of(ActionKind.values())
                        .map(k -> Shapes.option(k.meaning() + " (" + k.word() + ")", k.name()))
                        .toList(),
                Optional.of(initial.name()),
                false);
    }

    private static InputBlock ticket(String suffix, FreeText initial) {
        InputBlock line = Forms.line(TICKET + suffix, "Ticket or pull request", "", "");
        line.setOptional(true);
        var element = (com.slack.api.model.block.element.PlainTextInputElement) line.getElement();
        element.setMaxLength(LONGEST_LINK);
        if (!initial.isBlank()) {
            element.setInitialValue(initial.text());
        }
        return line;
    }

    private static InputBlock needed(InputBlock block) {
        block.setOptional(false);
        return block;
    }

    private static InputBlock date(String block, String label, Optional<LocalDate> initial) {
        DatePickerElement picker = DatePickerElement.builder().actionId(block).build();
        initial.map(LocalDate::toString).ifPresent(picker::setInitialDate);
        return InputBlock.builder()
                .blockId(block)
                .label(Shapes.plain(label, Shapes.SECTION))
                .element(picker)
                .build();
    }
}
