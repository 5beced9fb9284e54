package io.muster.app.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;

import io.muster.app.sandbox.blockkit.BlockKit;
import io.muster.app.sandbox.json.Json;
import io.muster.core.FreeText;
import io.muster.core.Phrase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

class RichTextTest {
    /** What a field of a form of ours takes. */
    private static final int FIELD = 3_000;

    @Test
    void whatever_fits_into_a_field_is_shown_whole_to_its_last_word() {
        String words = "x".repeat(FIELD - 4) + " end";
        RichTextBlock block = RichText.block(Phrase.EMPTY.quote(new FreeText(words)));
        assertThat(SlackJson.of(List.of(block))).contains(words).doesNotContain("…");
    }

    @Test
    void slack_takes_an_update_of_three_full_fields() {
        FreeText full = new FreeText("<!channel> ".repeat(300).substring(0, FIELD));
        Phrase phrase = Phrase.EMPTY.strong("What we know").quote(full).quote(full).quote(full);
        accepted(RichText.block(phrase));
    }

    @Test
    void what_a_machine_sent_at_greater_length_is_cut_with_a_sign_that_it_was() {
        RichTextBlock block = RichText.block(Phrase.EMPTY.quote(new FreeText("y".repeat(50_000))));
        accepted(block);
        assertThat(SlackJson.of(List.of(block))).contains("y…").hasSizeLessThan(5_000);
    }

    @Test
    void an_instant_is_shown_in_the_zone_of_the_reader() {
        RichTextBlock block = RichText.block(Phrase.of("due ").at(Instant.ofEpochSecond(1L << 30)));
        accepted(block);
        assertThat(SlackJson.of(List.of(block))).contains("\"type\":\"date\"", "1073741824");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2038-01-19T03:14:08Z",
                "2099-12-31T23:59:00Z",
                "9999-01-01T00:00:00Z",
                "1969-07-20T20:17:40Z"
            })
    void an_instant_that_slacks_model_cannot_hold_is_written_out_in_utc(String instant) {
        Instant at = Instant.parse(instant);
        RichTextBlock block = RichText.block(Phrase.of("keep until ").at(at));
        accepted(block);
        assertThat(SlackJson.of(List.of(block)))
                .contains(Mrkdwn.utc(at))
                .doesNotContain("\"type\":\"date\"");
        assertThat(SlackJson.of(List.of(Forms.when("when", "When?", "", at))))
                .doesNotContain("initial_date_time");
    }

    private static void accepted(LayoutBlock block) {
        assertThat(
                        BlockKit.checkMessage(Json.of(SlackJson.of(List.of(block))), "/blocks")
                                .messages())
                .isEmpty();
    }
}
