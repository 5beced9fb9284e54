package io.muster.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    "ask <@U123|ana> now"                    | ask @ana now
                    "ask <@U123>"                            | ask @U123
                    "see <#C42|ops>"                         | see #ops
                    "see <#C42>"                             | see #C42
                    "<!channel> wake up"                     | @channel wake up
                    "<!subteam^S1|@sre> wake up"             | @sre wake up
                    "<https://example.com|the page> is down" | https://example.com is down
                    "a &lt;b&gt; &amp;amp; c"                | a <b> &amp; c
                    "plain"                                  | plain
                    "half <@U12"                             | half <@U12
                    """)
    void what_slack_sends_is_read_as_a_person_reads_it(String sent, String read) {
        assertThat(Typing.readable(sent)).isEqualTo(read);
    }

    @Test
    void the_first_person_that_is_mentioned_is_found() {
        assertThat(Typing.person("commander <@U123|ana> not <@U9>")).contains(new PersonId("U123"));
        assertThat(Typing.person("commander @ana")).isEmpty();
    }

    @Test
    void the_first_word_is_apart_from_the_rest_whatever_the_spaces() {
        assertThat(Typing.split("  P0   Checkout  is down "))
                .containsExactly("P0", "Checkout  is down");
        assertThat(Typing.split("")).containsExactly("", "");
    }
}
