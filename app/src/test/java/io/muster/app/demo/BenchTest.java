package io.muster.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class BenchTest {
    private static final Pattern LINE =
            Pattern.compile(
                    "(\\w+) +(\\d+) acts +([\\d.]+) per s +p50 +([\\d.]+) ms +p95 +([\\d.]+) ms"
                            + " +p99 +([\\d.]+) ms +worst +([\\d.]+) ms");

    @Test
    void two_incidents_and_their_notes_are_measured_in_figures_that_can_be_true()
            throws InterruptedException {
        try (Demo demo = Demo.start("featuresignals", 0)) {
            List<String> report = new Bench(2, 2, "P2").run(demo);
            assertThat(report).hasSize(3);
            assertLine(report.get(0), "declare", 2);
            assertLine(report.get(1), "note", 10);
            assertThat(report.get(2)).matches("heap in use: [1-9]\\d* MB, .*");
            assertThat(
                            demo.sandbox().workspace().channels().stream()
                                    .filter(channel -> channel.name().contains("bench-")))
                    .as("what was measured was done")
                    .isNotEmpty();
        }
    }

    private static void assertLine(String line, String verb, int acts) {
        Matcher figures = LINE.matcher(line);
        assertThat(figures.matches()).as(line).isTrue();
        assertThat(figures.group(1)).isEqualTo(verb);
        assertThat(Integer.parseInt(figures.group(2))).isEqualTo(acts);
        double perSecond = Double.parseDouble(figures.group(3));
        double median = Double.parseDouble(figures.group(4));
        double worst = Double.parseDouble(figures.group(7));
        assertThat(perSecond).isBetween(0.05, 100_000.0);
        assertThat(median).isPositive().isLessThanOrEqualTo(worst);
        assertThat(Double.parseDouble(figures.group(5))).isBetween(median, worst);
        assertThat(Double.parseDouble(figures.group(6))).isBetween(median, worst);
        assertThat(worst).isLessThan(60_000);
        // Two people at a time: the whole cannot take longer than everything one after the other.
        assertThat(acts / perSecond).isLessThanOrEqualTo(acts * worst / 1_000 + 1);
    }
}
