package io.muster.app.slack.block;

import com.slack.api.model.block.LayoutBlock;

import java.util.List;
import java.util.Objects;

/**
 * A message as it leaves.
 *
 * @param text the whole content as markup: what notifications show and screen readers read
 * @param blocks how it looks
 */
public record Message(String text, List<LayoutBlock> blocks) {
    /** Slack's limit for a text that is edited later; one that is longer could not be. */
    private static final int LONGEST_TEXT = 3_900;

    public Message {
        Objects.requireNonNull(text);
        text = Foreign.atMost(text.isBlank() ? "–" : text, LONGEST_TEXT);
        blocks = List.copyOf(blocks);
    }

    /** A message of one paragraph of markup. */
    public static Message of(String markup) {
        return new Message(markup, List.of(Shapes.section(markup)));
    }
}
