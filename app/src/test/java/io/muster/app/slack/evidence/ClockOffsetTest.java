package io.muster.app.slack.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class ClockOffsetTest {
    @ParameterizedTest
    @CsvSource({
        "+12 s, PT12S, 12 s ahead",
        "-3 min 20 s, PT-3M-20S, 3 min 20 s behind",
        "−90s, PT-1M-30S, 1 min 30 s behind",
        "2h, PT2H, 2 h ahead",
        "150 ms, PT0.15S, 150 ms ahead",
        "0, PT0S, right"
    })
    void a_difference_of_clocks_is_read_and_said(String typed, Duration offset, String words) {
        assertThat(ClockOffset.parse(typed)).contains(offset);
        assertThat(ClockOffset.words(offset)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "late", "12", "+-3 s", "3 days", "s 3", "99999999999 s"})
    void what_cannot_be_read_is_not_guessed(String typed) {
        assertThat(ClockOffset.parse(typed)).isEmpty();
    }
}
