package io.muster.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class BlamelessTest {
    @ParameterizedTest
    @Tag("F22")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    It was human error.                                | human error
                    Human Error, plainly                               | Human Error
                    She should have checked the diff                   | should have
                    It ought to have been reviewed                     | ought to have been
                    They shouldn't have deployed on Friday             | shouldn't have
                    We could have noticed sooner                       | could have noticed
                    a careless change                                  | careless
                    The review was done negligently                    | negligently
                    It was his fault                                   | his fault
                    through the fault of the vendor                    | fault of
                    The engineer failed to run the tests               | The engineer failed to
                    someone forgot to renew it                         | someone forgot to
                    nobody is to blame                                 | to blame
                    They did not pay attention                         | did not pay attention
                    It is common sense to test                         | common sense
                    lack of discipline in the team                     | lack of discipline
                    """)
    void words_that_look_for_a_culprit_are_found(String text, String found) {
        assertThat(Blameless.wordings(text)).extracting(Wording::words).contains(found);
    }

    @ParameterizedTest
    @Tag("F22")
    @ValueSource(
            strings = {
                "The certificate expired because nothing watched its date.",
                "The health check failed to reach the database.",
                "A page fault in the kernel took the node down.",
                "We shoulder the cost of the outage.",
                "Faulty memory in one node.",
                "The alert fired late: its threshold counted averages."
            })
    void words_about_causes_are_left_alone(String text) {
        assertThat(Blameless.wordings(text)).isEmpty();
        assertThat(Blameless.wordingsOfCause(text, List.of("Ana Ruiz"))).isEmpty();
    }

    @Test
    @Tag("F22")
    void people_are_not_named_where_it_is_said_why() {
        String text = "Ana Ruiz merged it, @ben approved and <@U07BEN> deployed";
        assertThat(Blameless.wordingsOfCause(text, List.of("Ana Ruiz", "Ben Okafor")))
                .extracting(Wording::words)
                .containsExactly("Ana Ruiz", "@ben", "<@U07BEN>");
        assertThat(Blameless.wordings("Ana Ruiz found it within a minute")).isEmpty();
    }

    @Test
    void an_address_is_not_a_person() {
        assertThat(Blameless.wordingsOfCause("mail to security@example.com bounced", List.of()))
                .isEmpty();
    }

    @Test
    void each_says_what_to_write_instead_and_says_it_once() {
        List<Wording> found = Blameless.wordings("human error here, human error there");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().remedy()).startsWith("Say what made the mistake easy");
    }

    @Test
    void they_come_in_the_order_in_which_they_stand() {
        assertThat(Blameless.wordings("careless, and nobody should have been at fault"))
                .extracting(Wording::words)
                .containsExactly("careless", "should have been", "at fault");
    }

    @Test
    void only_english_is_understood() {
        assertThat(Blameless.speaks("en-GB")).isTrue();
        assertThat(Blameless.speaks("de")).isFalse();
    }
}
