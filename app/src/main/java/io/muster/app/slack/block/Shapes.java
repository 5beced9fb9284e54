package io.muster.app.slack.block;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;

import java.util.List;

/** The small pieces of our messages, with Slack's limits kept in one place. */
public final class Shapes {
    /** Slack's limits, as its Block Kit reference states them. */
    public static final int HEADER = 150;

    /** Characters of a section's text. */
    public static final int SECTION = 3_000;

    /** Characters of one field of a section. */
    public static final int FIELD = 2_000;

    /** Characters of an option's text and description. */
    public static final int OPTION = 75;

    /** Characters of a modal's title and of its buttons. */
    public static final int MODAL_TITLE = 24;

    /** Entries of an overflow menu. */
    public static final int MENU = 5;

    private static final int BUTTON = 75;
    private static final int FIELDS = 10;

    private Shapes() {}

    /** A headline; shown literally. */
    public static HeaderBlock header(String words) {
        return HeaderBlock.builder().text(plain(words, HEADER)).build();
    }

    /** A paragraph of markup that we made; foreign words in it must be escaped already. */
    public static SectionBlock section(String markup) {
        return SectionBlock.builder().text(markup(markup, SECTION)).build();
    }

    /** Facts in two columns; at most ten. */
    public static SectionBlock fields(List<String> markup) {
        List<TextObject> fields =
                markup.stream().limit(FIELDS).<TextObject>map(f -> markup(f, FIELD)).toList();
        return SectionBlock.builder().fields(fields).build();
    }

    /** Small print. */
    public static ContextBlock context(String markup) {
        return ContextBlock.builder().elements(List.of(markup(markup, SECTION))).build();
    }

    /** A row of buttons and the like. */
    public static ActionsBlock actions(String blockId, List<BlockElement> elements) {
        return ActionsBlock.builder().blockId(blockId).elements(elements).build();
    }

    /** A button. */
    public static ButtonElement button(String label, String action, String value) {
        return ButtonElement.builder()
                .text(plain(label, BUTTON))
                .actionId(action)
                .value(value)
                .build();
    }

    /** A button that opens an address. */
    public static ButtonElement link(String label, String action, String value, String url) {
        ButtonElement button = button(label, action, value);
        button.setUrl(url);
        return button;
    }

    /** The button that most people will want. */
    public static ButtonElement primary(String label, String action, String value) {
        ButtonElement button = button(label, action, value);
        button.setStyle("primary");
        return button;
    }

    /** A button that asks before it acts. */
    public static ButtonElement asking(
            ButtonElement button, String title, String question, String yes) {
        button.setConfirm(
                ConfirmationDialogObject.builder()
                        .title(plain(title, 100))
                        .text(plain(question, 300))
                        .confirm(plain(yes, 30))
                        .deny(plain("Not now", 30))
                        .build());
        return button;
    }

    /** What is seldom needed, behind three dots; at most {@link #MENU} entries. */
    public static OverflowMenuElement menu(String action, List<OptionObject> entries) {
        return OverflowMenuElement.builder().actionId(action).options(entries).build();
    }

    /** One choice. */
    public static OptionObject option(String label, String value) {
        return OptionObject.builder().text(plain(label, OPTION)).value(value).build();
    }

    /** One choice with a line below it. */
    public static OptionObject option(String label, String value, String description) {
        OptionObject option = option(label, value);
        if (!description.isBlank()) {
            option.setDescription(plain(description, OPTION));
        }
        return option;
    }

    /** Words shown literally, in at most so many characters. */
    public static PlainTextObject plain(String words, int longest) {
        String harmless = Foreign.harmless(words);
        String text = Foreign.atMost(harmless.isBlank() ? "–" : harmless, longest);
        return PlainTextObject.builder().text(text).emoji(true).build();
    }

    /** Words shown literally. */
    public static PlainTextObject plain(String words) {
        return plain(words, SECTION);
    }

    /** A line between things. */
    public static LayoutBlock divider() {
        return com.slack.api.model.block.DividerBlock.builder().build();
    }

    private static MarkdownTextObject markup(String markup, int longest) {
        return MarkdownTextObject.builder()
                .text(Foreign.atMost(markup.isBlank() ? "–" : markup, longest))
                .verbatim(true)
                .build();
    }
}
