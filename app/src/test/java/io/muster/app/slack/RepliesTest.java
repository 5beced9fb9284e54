package io.muster.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;
import io.muster.core.Phrase;

import org.junit.jupiter.api.Test;

class RepliesTest {
    @Test
    void a_refusal_below_a_field_calls_people_by_their_names() {
        Phrase words =
                Phrase.of("Ask ").who(new PersonId("U1")).say(" or ").who(new PersonId("U2"));
        String answer =
                Replies.modal(
                                ModalAnswer.refused("why", words),
                                person -> person.value().equals("U1") ? "Ana Ruiz" : "a colleague")
                        .getBody();
        assertThat(answer)
                .isEqualTo(
                        "{\"response_action\":\"errors\",\"errors\":"
                                + "{\"why\":\"Ask Ana Ruiz or a colleague\"}}");
    }

    @Test
    void a_long_refusal_is_cut_to_what_slack_takes() {
        String answer =
                Replies.modal(
                                ModalAnswer.refused("why", Phrase.of("x".repeat(5_000))),
                                PersonId::value)
                        .getBody();
        assertThat(answer).contains("x…").hasSizeLessThan(2_100);
    }
}
