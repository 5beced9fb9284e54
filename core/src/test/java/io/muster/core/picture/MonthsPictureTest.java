package io.muster.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.report.Figure;
import io.muster.core.report.Metrics;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Six months side by side, and the same in words. */
class MonthsPictureTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void a_month_without_incidents_has_its_place() {
        MonthsPicture picture =
                MonthsPicture.of(NOVEMBER, metrics(row("2026-08", 3), row("2026-11", 5)));
        assertThat(picture.span()).isEqualTo("June 2026 to November 2026");
        assertThat(picture.months())
                .extracting(MonthsPicture.Month::isEmpty)
                .containsExactly(true, true, false, true, true, false);
        assertThat(picture.newest().row().incidents()).isEqualTo(5);
        assertThat(new MonthsWords(picture).before())
                .first()
                .isEqualTo("October 2026: no incident to measure.");
    }

    @Test
    void what_lies_outside_is_left_out() {
        MonthsPicture picture =
                MonthsPicture.of(NOVEMBER, metrics(row("2026-05", 9), row("2026-12", 9)));
        assertThat(picture.isEmpty()).isTrue();
        assertThat(MonthsPicture.first(NOVEMBER)).isEqualTo(YearMonth.of(2026, 6));
    }

    @Test
    @Tag("F25")
    void the_words_say_median_percentile_number_and_clocks() {
        MonthsWords words = new MonthsWords(MonthsPicture.of(NOVEMBER, metrics(row("2026-11", 5))));
        assertThat(words.asked())
                .isEqualTo(
                        "November 2026: 5 incidents;"
                                + " acknowledged: median 3 min, 90th percentile 5 min, n = 5;"
                                + " contained: none yet;"
                                + " resolved: median 30 min, 90th percentile 50 min, n = 5;"
                                + " clocks met: 92 % (23 of 25).");
        assertThat(words.alt()).contains(words.asked());
    }

    @Test
    void six_full_months_stay_within_what_slack_takes_and_the_newest_is_whole() {
        MonthsWords words =
                new MonthsWords(
                        MonthsPicture.of(
                                NOVEMBER,
                                metrics(
                                        Stream.iterate(NOVEMBER, m -> m.minusMonths(1))
                                                .limit(6)
                                                .map(m -> row(m.toString(), 100))
                                                .toArray(Metrics.Row[]::new))));
        assertThat(words.alt())
                .hasSizeLessThanOrEqualTo(Cut.MOST)
                .contains(words.asked())
                .endsWith("The rest is in the message.");
        assertThat(words.before()).hasSize(5);
    }

    private static Metrics metrics(Metrics.Row... months) {
        return new Metrics(row("All", 14), List.of(months), List.of());
    }

    private static Metrics.Row row(String name, int n) {
        Figure none = Figure.of(List.of());
        return new Metrics.Row(name, n, minutes(1, n), none, minutes(10, n), 23, 25);
    }

    private static Figure minutes(int each, int n) {
        return Figure.of(
                Stream.iterate(1, i -> i + 1)
                        .limit(n)
                        .map(i -> Duration.ofMinutes((long) i * each))
                        .toList());
    }
}
