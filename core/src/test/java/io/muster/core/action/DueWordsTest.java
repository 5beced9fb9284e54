package io.muster.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class DueWordsTest {
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-03-04");

    @ParameterizedTest
    @Tag("F23")
    @CsvSource({
        "2026-03-20, 2026-03-20",
        "today, 2026-03-04",
        "Tomorrow, 2026-03-05",
        "in 2 weeks, 2026-03-18",
        "2 weeks, 2026-03-18",
        "a week, 2026-03-11",
        "in 10 days, 2026-03-14",
        "in one month, 2026-04-04",
        "next week, 2026-03-11",
        "friday, 2026-03-06",
        "next wednesday, 2026-03-11"
    })
    void a_day_is_read_as_people_type_it(String typed, String day) {
        assertThat(DueWords.parse(typed, WEDNESDAY)).contains(LocalDate.parse(day));
    }

    @ParameterizedTest
    @Tag("F23")
    @ValueSource(strings = {"", "soon", "asap", "2026-02-30", "in weeks", "20/03/2026"})
    void what_is_no_day_is_not_guessed(String typed) {
        assertThat(DueWords.parse(typed, WEDNESDAY)).isEmpty();
    }

    @Test
    @Tag("F23")
    void vague_words_are_named() {
        assertThat(Specific.vague("Improve the monitoring of disks")).contains("Improve");
        assertThat(Specific.vague("Alert when a disk is 80 % full")).isEmpty();
        assertThat(Specific.tooShort("fix it")).isPresent();
        assertThat(Specific.tooShort("Alert when a disk is 80 % full")).isEmpty();
    }
}
