package io.muster.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "1 minute, 1 minute",
        "15 minutes, 15 minutes",
        "90 minutes, 90 minutes",
        "1 hour, 1 hour",
        "60 minutes, 1 hour",
        "72 hours, 72 hours",
        "3 days, 72 hours",
        "30 business minutes, 30 business minutes",
        "2 business hours, 2 business hours",
        "1 business day, 1 business day",
        "5 business days, 5 business days",
        "next release, next release"
    })
    void what_is_written_is_said_again(String written, String said) {
        assertThat(Span.parse(written)).map(Span::words).contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "0 minutes",
                "-1 hours",
                "1.5 hours",
                "15",
                "15 min",
                "15  minutes",
                " 15 minutes",
                "10000 days",
                "99999999999 hours",
                "1 week",
                "next Release",
                "1 hour business",
                "015 minutes",
                "15 Minutes"
            })
    void anything_else_is_no_span(String written) {
        assertThat(Span.parse(written)).isEmpty();
    }

    @Test
    void days_are_hours_that_pass_at_night_too() {
        assertThat(Span.parse("2 days")).contains(new Span.Elapsed(Duration.ofDays(2)));
        assertThat(Span.parse("2 business days")).contains(new Span.BusinessDays(2));
    }

    @Test
    void a_span_is_longer_than_nothing() {
        assertThatThrownBy(() -> new Span.Elapsed(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span.BusinessHours(Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span.BusinessDays(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
