package io.muster.app.slack.block;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.DatetimePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;

import io.muster.core.PersonId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Modals and their fields. The action inside a block is called as the block is. */
public final class Forms {
    private static final int LABEL = 2_000;
    private static final int LONGEST_INPUT = 3_000;

    private Forms() {}

    /**
     * A modal that is submitted. What its fields show now goes along with the metadata ({@link
     * Shown}).
     */
    public static View modal(
            String callback,
            String title,
            String submit,
            String metadata,
            List<LayoutBlock> blocks) {
        return View.builder()
                .type("modal")
                .callbackId(callback)
                .title(title(title))
                .submit(
                        ViewSubmit.builder()
                                .type("plain_text")
                                .text(Foreign.atMost(submit, Shapes.MODAL_TITLE))
                                .build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .privateMetadata(Shown.behind(metadata, blocks))
                .blocks(blocks)
                .build();
    }

    /** A modal that only shows something. */
    public static View sheet(
            String callback, String title, String metadata, List<LayoutBlock> blocks) {
        return View.builder()
                .type("modal")
                .callbackId(callback)
                .title(title(title))
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .privateMetadata(metadata)
                .blocks(blocks)
                .build();
    }

    /** The same modal with this said on top of it. */
    public static View saying(Message said, View view) {
        List<LayoutBlock> blocks = new ArrayList<>(said.blocks());
        blocks.addAll(view.getBlocks());
        view.setBlocks(blocks);
        return view;
    }

    /** One line of text. */
    public static InputBlock line(String block, String label, String hint, String initial) {
        return text(block, label, hint, initial, false, false, 150);
    }

    /** One line of text that may be left empty. */
    public static InputBlock lineIfAny(String block, String label, String hint, String initial) {
        return text(block, label, hint, initial, false, true, 150);
    }

    /** One line of text that may be left empty, of any length. */
    public static InputBlock optionalLine(String block, String label, String hint, String initial) {
        return text(block, label, hint, initial, false, true, LONGEST_INPUT);
    }

    /** Several lines of text. */
    public static InputBlock lines(
            String block, String label, String hint, String initial, boolean optional) {
        return text(block, label, hint, initial, true, optional, LONGEST_INPUT);
    }

    /** One of several. */
    public static InputBlock choice(
            String block,
            String label,
            List<OptionObject> options,
            Optional<String> initial,
            boolean optional) {
        StaticSelectElement select =
                StaticSelectElement.builder()
                        .actionId(block)
                        .placeholder(Shapes.plain("Choose", 150))
                        .options(options)
                        .build();
        initial.flatMap(v -> options.stream().filter(o -> o.getValue().equals(v)).findFirst())
                .ifPresent(select::setInitialOption);
        return input(block, label, "", optional, select);
    }

    /** Any of several. */
    public static InputBlock ticks(
            String block, String label, List<OptionObject> options, List<String> initial) {
        CheckboxesElement boxes =
                CheckboxesElement.builder().actionId(block).options(options).build();
        List<OptionObject> ticked =
                options.stream().filter(o -> initial.contains(o.getValue())).toList();
        if (!ticked.isEmpty()) {
            boxes.setInitialOptions(ticked);
        }
        return input(block, label, "", true, boxes);
    }

    /** A person. */
    public static InputBlock person(String block, String label, Optional<PersonId> initial) {
        UsersSelectElement select =
                UsersSelectElement.builder()
                        .actionId(block)
                        .placeholder(Shapes.plain("Nobody", 150))
                        .build();
        initial.map(PersonId::value).ifPresent(select::setInitialUser);
        return input(block, label, "", true, select);
    }

    /** The same field, which cannot be left empty. */
    public static InputBlock required(InputBlock field) {
        field.setOptional(false);
        return field;
    }

    /** A day and a time. */
    public static InputBlock when(String block, String label, String hint) {
        return input(
                block, label, hint, true, DatetimePickerElement.builder().actionId(block).build());
    }

    /** A day and a time, filled in already. */
    public static InputBlock when(String block, String label, String hint, Instant initial) {
        return when(block, label, hint, Optional.of(initial));
    }

    /** A day and a time, with what it is known to be. */
    public static InputBlock when(
            String block, String label, String hint, Optional<Instant> initial) {
        DatetimePickerElement picker = DatetimePickerElement.builder().actionId(block).build();
        initial.map(Instant::getEpochSecond)
                .filter(second ->
                        second >= 0 && second <= Integer.MAX_VALUE) // all that it can hold
                .ifPresent(second -> picker.setInitialDateTime(second.intValue()));
        return input(block, label, hint, true, picker);
    }

    private static InputBlock text(
            String block,
            String label,
            String hint,
            String initial,
            boolean multiline,
            boolean optional,
            int longest) {
        PlainTextInputElement element =
                PlainTextInputElement.builder()
                        .actionId(block)
                        .multiline(multiline)
                        .maxLength(longest)
                        .build();
        if (!initial.isBlank()) {
            element.setInitialValue(Foreign.atMost(initial, longest));
        }
        return input(block, label, hint, optional, element);
    }

    private static InputBlock input(
            String block,
            String label,
            String hint,
            boolean optional,
            com.slack.api.model.block.element.BlockElement element) {
        InputBlock input =
                InputBlock.builder()
                        .blockId(block)
                        .label(Shapes.plain(label, LABEL))
                        .optional(optional)
                        .element(element)
                        .build();
        if (!hint.isBlank()) {
            input.setHint(Shapes.plain(hint, LABEL));
        }
        return input;
    }

    private static ViewTitle title(String title) {
        return ViewTitle.builder()
                .type("plain_text")
                .text(Foreign.atMost(title, Shapes.MODAL_TITLE))
                .build();
    }
}
