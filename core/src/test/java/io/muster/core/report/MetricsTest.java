package io.muster.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long the response took, and which promises were kept. */
class MetricsTest {
    private static final Instant LATER = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void the_median_and_the_ninth_of_ten() {
        List<Duration> tenMinutesEach =
                IntStream.rangeClosed(1, 10).mapToObj(Duration::ofMinutes).toList();
        Figure ten = Figure.of(tenMinutesEach.reversed());
        assertThat(ten.median()).contains(Duration.ofSeconds(330));
        assertThat(ten.p90()).contains(Duration.ofMinutes(9));
        assertThat(ten.n()).isEqualTo(10);
        Figure one = Figure.of(List.of(Duration.ofMinutes(7)));
        assertThat(one.median()).isEqualTo(one.p90()).contains(Duration.ofMinutes(7));
        assertThat(Figure.of(List.of()).words()).isEqualTo("—");
    }

    @Test
    @Tag("F25")
    void drills_and_what_was_dismissed_do_not_count() {
        Metrics metrics =
                Metrics.of(
                        Quarter.lived().report(ReportScene.QUARTER, i -> true, LATER).population(),
                        LATER);
        assertThat(metrics.all().incidents()).isEqualTo(4);
        assertThat(metrics.months())
                .extracting(Metrics.Row::name)
                .containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(metrics.severities())
                .extracting(Metrics.Row::name)
                .containsExactly("P0", "P2", "P3");
        Metrics.Row february = metrics.months().get(1);
        assertThat(february.incidents()).isEqualTo(1);
        assertThat(february.acknowledge().median()).contains(Duration.ofMinutes(40));
        assertThat(february.contain().median()).contains(Duration.ofHours(1));
        assertThat(february.resolve().median()).contains(Duration.ofHours(2));
        assertThat(february.kept()).isLessThan(february.promises());
        assertThat(metrics.months().getFirst().share()).contains(100);
    }

    @Test
    void the_quarter_before_a_day_is_the_last_whole_one() {
        assertThat(Period.quarterBefore(LocalDate.of(2026, 4, 1)))
                .hasToString("2026-01-01 to 2026-03-31");
        assertThat(Period.quarterBefore(LocalDate.of(2026, 2, 28)))
                .hasToString("2025-10-01 to 2025-12-31");
        assertThat(Period.months(3, LocalDate.of(2026, 2, 28)))
                .hasToString("2025-12-01 to 2026-02-28");
        assertThat(Period.parse("2026-03-31", "2026-01-01")).isEmpty();
        assertThat(Period.parse("2026-02-30", "2026-03-01")).isEqualTo(Optional.empty());
    }
}
