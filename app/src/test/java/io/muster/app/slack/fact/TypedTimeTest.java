package io.muster.app.slack.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class TypedTimeTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "09:40, 2026-03-04T09:40:00Z, ''",
        "9:40, 2026-03-04T09:40:00Z, ''",
        "23:50, 2026-03-03T23:50:00Z, ''",
        "09:40 the log says so, 2026-03-04T09:40:00Z, the log says so",
        "09:40 UTC the log, 2026-03-04T09:40:00Z, the log",
        "2026-03-01 22:15, 2026-03-01T22:15:00Z, ''",
        "2026-03-01T22:15:30Z, 2026-03-01T22:15:30Z, ''",
        "2026-03-01 22:15 +02:00 said Ana, 2026-03-01T20:15:00Z, said Ana",
        "2027-01-01 00:00, 2027-01-01T00:00:00Z, ''"
    })
    void people_type_times_in_several_ways(String words, String at, String rest) {
        assertThat(TypedTime.read(words, NOW)).contains(new TypedTime(Instant.parse(at), rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "25:00", "2026-13-01 10:00", "10", "10:001", "09:40x"})
    void what_is_no_time_is_none(String words) {
        assertThat(TypedTime.read(words, NOW)).isEmpty();
    }
}
