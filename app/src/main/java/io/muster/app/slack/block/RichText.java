package io.muster.app.slack.block;

import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;

import io.muster.core.Phrase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A phrase as rich text, where words are words: nothing that a person typed is ever markup. */
public final class RichText {
    /**
     * More than anybody can type into a field of ours, so that nothing is cut but what machines
     * send.
     */
    private static final int LONGEST_QUOTE = 4_000;

    private RichText() {}

    /** A block that shows this phrase. */
    public static RichTextBlock block(Phrase phrase) {
        return RichTextBlock.builder()
                .elements(
                        List.of(
                                RichTextSectionElement.builder()
                                        .elements(elements(phrase))
                                        .build()))
                .build();
    }

    /** A block that shows these phrases, one a line. */
    public static RichTextBlock lines(List<Phrase> phrases) {
        Phrase all = Phrase.EMPTY;
        for (Phrase phrase : phrases) {
            all = all.isEmpty() ? phrase : all.say("\n").then(phrase);
        }
        return block(all);
    }

    private static List<RichTextElement> elements(Phrase phrase) {
        List<RichTextElement> elements = new ArrayList<>();
        for (Phrase.Part part : phrase.parts()) {
            RichTextElement element = element(part);
            if (!(element instanceof RichTextSectionElement.Text text)
                    || !text.getText().isEmpty()) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static RichTextElement element(Phrase.Part part) {
        return switch (part) {
            case Phrase.Part.Words p -> text(p.words());
            case Phrase.Part.Strong p ->
                    RichTextSectionElement.Text.builder()
                            .text(p.words())
                            .style(RichTextSectionElement.TextStyle.builder().bold(true).build())
                            .build();
            case Phrase.Part.Code p ->
                    RichTextSectionElement.Text.builder()
                            .text(p.words())
                            .style(RichTextSectionElement.TextStyle.builder().code(true).build())
                            .build();
            case Phrase.Part.Who p ->
                    RichTextSectionElement.User.builder().userId(p.person().value()).build();
            case Phrase.Part.Where p ->
                    RichTextSectionElement.Channel.builder().channelId(p.channel()).build();
            case Phrase.Part.At p -> date(p.instant());
            case Phrase.Part.Quote p ->
                    text(Foreign.atMost(Foreign.harmless(p.words().text()), LONGEST_QUOTE));
        };
    }

    /** Slack's model counts seconds in 32 bits, which end in January 2038. */
    private static RichTextElement date(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < 0 || second > Integer.MAX_VALUE) {
            return text(Mrkdwn.utc(instant));
        }
        return RichTextSectionElement.Date.builder()
                .timestamp((int) second)
                .format("{date_short_pretty} {time}")
                .fallback(Mrkdwn.utc(instant))
                .build();
    }

    private static RichTextElement text(String words) {
        return RichTextSectionElement.Text.builder().text(words).build();
    }
}
