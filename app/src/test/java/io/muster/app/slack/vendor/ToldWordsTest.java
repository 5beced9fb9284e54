package io.muster.app.slack.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;

@Tag("F27")
class ToldWordsTest {
    private static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @ParameterizedTest
    @CsvSource({
        "Acme told 14:30, 2026-03-04T13:30:00Z",
        // It is 16:00 there, so 16:30 was yesterday.
        "Acme told 16:30, 2026-03-03T15:30:00Z",
        "Acme told 2026-07-01 14:30, 2026-07-01T12:30:00Z",
        "Acme told 14:30 UTC, 2026-03-04T14:30:00Z",
        "Acme told 2026-03-04T14:30Z, 2026-03-04T14:30:00Z",
        "Acme told 2026-03-04 14:30 -05:00, 2026-03-04T19:30:00Z",
        "Acme told 2 hours ago, 2026-03-04T13:00:00Z",
        "Acme told 45m ago, 2026-03-04T14:15:00Z"
    })
    void when_they_told_us_is_read_by_the_clock_of_whoever_typed_it(String typed, String at) {
        ToldWords words = ToldWords.read(typed, NOW, () -> MADRID);
        assertThat(words.vendor()).isEqualTo("Acme");
        assertThat(words.told()).contains(Instant.parse(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme told tomorrow", "Acme told 25:00", "Acme told 14:30 they said"})
    void what_is_no_time_is_said_to_be_none(String typed) {
        ToldWords words = ToldWords.read(typed, NOW, () -> MADRID);
        assertThat(words.said()).isTrue();
        assertThat(words.told()).isEmpty();
    }

    @Test
    void a_name_alone_is_the_whole_name() {
        ToldWords words = ToldWords.read(" Acme Mail & Sons ", NOW, () -> MADRID);
        assertThat(words.vendor()).isEqualTo("Acme Mail & Sons");
        assertThat(words.said()).isFalse();
    }
}
