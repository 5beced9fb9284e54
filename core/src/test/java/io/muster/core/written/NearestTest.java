package io.muster.core.written;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class NearestTest {
    private static final List<String> KNOWN =
            List.of("commander", "comms", "on-call", "on-call-commander", "P1", "ceo");

    @ParameterizedTest
    @CsvSource({
        "comander, commander",
        "Commander, commander",
        "commadner, commander",
        "oncall, on-call",
        "comm, comms",
        "on-cal-comander, on-call-commander",
        "p1, P1",
        "coe, ceo"
    })
    void a_slip_of_the_finger_is_recognised(String word, String meant) {
        assertThat(Nearest.find(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"legal", "P9", "x", "''", "commanding-officer"})
    void another_word_is_not(String word) {
        assertThat(Nearest.find(word, KNOWN)).isEmpty();
    }

    @Test
    void without_a_guess_everything_is_offered() {
        assertThat(Nearest.remedy("legal", List.of("a", "b"), "Use one of"))
                .isEqualTo("Use one of `a`, `b`.");
    }

    @Test
    void neighbours_that_swapped_places_are_one_slip() {
        assertThat(Nearest.distance("hihg", "high")).isEqualTo(1);
        assertThat(Nearest.distance("", "high")).isEqualTo(4);
    }
}
