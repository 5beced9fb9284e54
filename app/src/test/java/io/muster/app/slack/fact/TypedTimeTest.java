package io.muster.app.slack.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

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
        assertThat(TypedTime.read(words, NOW, () -> ZoneOffset.UTC))
                .contains(new TypedTime(Instant.parse(at), rest));
    }

    @ParameterizedTest
    @Tag("F13")
    @CsvSource({
        "10:40, Europe/Madrid, 2026-03-04T09:40:00Z",
        // It is 11:00 there, so 11:30 was yesterday.
        "11:30, Europe/Madrid, 2026-03-03T10:30:00Z",
        "2026-07-01 10:40, Europe/Madrid, 2026-07-01T08:40:00Z",
        "01:30, America/Los_Angeles, 2026-03-04T09:30:00Z",
        "03:00, America/Los_Angeles, 2026-03-03T11:00:00Z",
        "09:40 UTC, Europe/Madrid, 2026-03-04T09:40:00Z",
        "2026-03-01 22:15 +02:00, Europe/Madrid, 2026-03-01T20:15:00Z"
    })
    void a_time_without_a_zone_is_that_of_the_clock_on_the_wall_of_whoever_typed_it(
            String words, String zone, String at) {
        assertThat(TypedTime.read(words, NOW, () -> ZoneId.of(zone)).map(TypedTime::at))
                .contains(Instant.parse(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "25:00", "2026-13-01 10:00", "10", "10:001", "09:40x"})
    void what_is_no_time_is_none(String words) {
        assertThat(TypedTime.read(words, NOW, () -> ZoneOffset.UTC)).isEmpty();
    }
}
