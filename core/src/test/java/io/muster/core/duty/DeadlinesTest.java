package io.muster.core.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Objects;

/** Deadlines against a table that was worked out by hand. */
class DeadlinesTest {
    @ParameterizedTest
    @Tag("F15")
    @Tag("F19")
    @Tag("S10")
    @MethodSource("lines")
    void a_deadline_is_as_the_table_says(Deadlines.Line line) {
        assertThat(
                        line.reckoning()
                                .due(
                                        Objects.requireNonNull(
                                                Deadlines.CALENDARS.get(line.calendar()))))
                .map(Reckoning.Due::at)
                .contains(line.due());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void the_second_calculation_says_the_same(Deadlines.Line line) {
        assertThat(
                        SecondReckoning.due(
                                line.reckoning(),
                                Objects.requireNonNull(Deadlines.CALENDARS.get(line.calendar()))))
                .contains(line.due());
    }

    @Test
    void the_table_has_at_least_150_lines() {
        assertThat(lines()).hasSizeGreaterThanOrEqualTo(150);
    }

    static List<Deadlines.Line> lines() {
        return Deadlines.all();
    }
}
