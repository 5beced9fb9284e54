package io.muster.app.slack.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.SlackJson;
import io.muster.core.Phrase;
import io.muster.core.document.Chapter;
import io.muster.core.document.IncidentDocument;
import io.muster.core.document.Passage;
import io.muster.core.incident.IncidentId;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where a message has no room for everything, the reader sees what matters and what is missing. */
class DocumentMessageTest {
    @Test
    @Tag("F08")
    void a_document_that_fits_is_shown_whole() {
        Message message = message(16, 3);
        assertThat(SlackJson.of(message.blocks()))
                .contains("*Chapter 1*", "*Chapter 15*", "*Chapter 16*")
                .doesNotContain("for lack of room");
        assertThat(message.blocks()).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    @Tag("F08")
    void what_happened_last_is_never_what_is_left_out_and_what_is_left_out_is_named() {
        Message message = message(16, 14);
        assertThat(SlackJson.of(message.blocks()))
                .contains("*Chapter 1*", "*Chapter 2*", "*Chapter 16*")
                .doesNotContain("*Chapter 15*")
                .contains("Only there, for lack of room: ", "Chapter 15.");
    }

    private static Message message(int chapters, int lines) {
        List<Chapter> all = new ArrayList<>();
        for (int i = 1; i <= chapters; i++) {
            List<Phrase> bullets =
                    Collections.nCopies(lines, Phrase.of("What somebody did. ".repeat(6)));
            all.add(new Chapter("Chapter " + i, List.of(new Passage.Bullets(bullets))));
        }
        return DocumentMessage.of(
                new IncidentId(7), new IncidentDocument(Phrase.of("INC-7"), Phrase.of("x"), all));
    }
}
