package io.muster.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Source;
import io.muster.core.picture.KeyMoment;
import io.muster.core.picture.MonthsPicture;
import io.muster.core.picture.TimelinePicture;
import io.muster.core.picture.TimelinePicture.Kept;
import io.muster.core.policy.PolicyVersion;
import io.muster.core.policy.SeverityName;
import io.muster.core.report.Figure;
import io.muster.core.report.Metrics;
import io.muster.core.roster.Actor;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/** Pictures of every size are drawn; they are kept under target to be looked at. */
class PicturesTest {
    private static final Instant TEN = Instant.parse("2026-11-04T10:00:00Z");
    private static final Lettering LETTERS = Lettering.any().orElseThrow();

    @Test
    void a_timeline_of_one_entry() {
        assertThat(drawn("one", picture("Checkout is down", 1, 0, 0)).getHeight()).isPositive();
    }

    @Test
    void a_timeline_of_two_hundred_entries_with_a_title_that_is_too_long() {
        BufferedImage drawn =
                drawn(
                        "many",
                        picture(
                                "Checkout is down for everybody who pays by ".repeat(9),
                                12,
                                200,
                                3));
        assertThat(drawn.getWidth()).isEqualTo(2 * Sheet.WIDTH);
    }

    @Test
    void a_title_in_arabic_and_one_in_letters_that_nobody_has() {
        drawn("arabic", picture("تعطل الدفع في صفحة الشراء منذ الصباح P0 checkout", 6, 20, 0));
        drawn("strange", picture("支払い停止 \uD83D\uDD25 \uDBFF\uDFFF \u202Etxt.exe\u0007\n", 4, 5, 1));
    }

    @Test
    void months_with_and_without_figures() {
        YearMonth november = YearMonth.of(2026, 11);
        List<Metrics.Row> rows =
                List.of(
                        row(november.minusMonths(5), 4, 9, 50, 26, 30),
                        row(november.minusMonths(4), 12, 3, 2_000, 88, 101),
                        row(november.minusMonths(2), 1, 40, 300, 3, 3),
                        row(november.minusMonths(1), 7, 12, 900, 41, 60),
                        row(november, 5, 4, 180, 23, 25));
        BufferedImage drawn =
                read(
                        "months",
                        new MonthsDrawing(
                                        LETTERS,
                                        MonthsPicture.of(
                                                november,
                                                new Metrics(rows.getFirst(), rows, List.of())))
                                .png());
        assertThat(drawn.getRGB(0, 0)).as("light paper").isEqualTo(0xFFFFFFFF);
    }

    @Test
    void flags_never_cover_each_other() {
        List<Double> crowd = IntStream.range(0, 12).mapToObj(i -> 300.0 + i % 2).sorted().toList();
        List<Double> placed = Flags.apart(crowd, 19, 100, 690);
        for (int i = 1; i < placed.size(); i++) {
            assertThat(placed.get(i) - placed.get(i - 1)).isGreaterThanOrEqualTo(18.99);
        }
        assertThat(placed.getFirst()).as("around the place that they want").isBetween(190.0, 200.0);
        assertThat(placed.getLast()).isLessThanOrEqualTo(690);
        assertThat(Flags.apart(List.of(689.0, 690.0), 19, 100, 690)).containsExactly(671.0, 690.0);
    }

    @Test
    void an_axis_has_a_few_round_times_however_long_it_is() {
        for (Duration length :
                List.of(
                        Duration.ofMinutes(5),
                        Duration.ofHours(3),
                        Duration.ofDays(2),
                        Duration.ofDays(40),
                        Duration.ofDays(4_000))) {
            TimeAxis axis = new TimeAxis(TEN, TEN.plus(length), 150, 690);
            assertThat(axis.ticks()).as("%s", length).hasSizeBetween(1, 10);
        }
        assertThat(Scale.above(Duration.ofMinutes(41))).isEqualTo(Duration.ofHours(1));
        assertThat(Scale.above(Duration.ofDays(999))).isEqualTo(Duration.ofDays(1_000));
    }

    private static Metrics.Row row(
            YearMonth month, int n, int first, int last, int kept, int promises) {
        return new Metrics.Row(
                month.toString(),
                n,
                minutes(first, first * 3, n),
                minutes(last / 2, last, n),
                minutes(last, last * 4, Math.max(0, n - 1)),
                kept,
                promises);
    }

    private static Figure minutes(int from, int until, int n) {
        return Figure.of(
                IntStream.range(0, n)
                        .mapToObj(i -> Duration.ofMinutes(from + (long) (until - from) * i / n))
                        .toList());
    }

    private static TimelinePicture picture(String title, int moments, int entries, int later) {
        Incident incident =
                Incident.declared(
                        new IncidentId(42),
                        new Happened(
                                new IncidentEvent.Declared(
                                        new FreeText(title),
                                        FreeText.NONE,
                                        new SeverityName("P0"),
                                        Optional.empty(),
                                        false,
                                        false,
                                        false,
                                        Source.EMPLOYEE,
                                        Optional.empty(),
                                        new PolicyVersion("x", "0123456789ab")),
                                Actor.person(new PersonId("UANA")),
                                TEN));
        Instant end = TEN.plus(Duration.ofMinutes(entries == 0 ? 5 : 200));
        List<KeyMoment> said = new ArrayList<>();
        for (int i = 0; i < moments; i++) {
            Instant at =
                    i >= moments - later ? end.plus(Duration.ofDays(i)) : TEN.plusSeconds(i * 95L);
            said.add(new KeyMoment(at, Phrase.of("Update " + i + ": " + title)));
        }
        List<Instant> all =
                new ArrayList<>(
                        IntStream.range(0, entries)
                                .mapToObj(i -> TEN.plusSeconds((long) i * i / 4))
                                .toList());
        said.forEach(m -> all.add(m.at()));
        boolean big = entries > 10;
        return new TimelinePicture(
                incident,
                TEN,
                end,
                end,
                big
                        ? List.of(
                                new TimelinePicture.Phase(
                                        "Containment",
                                        TEN.plusSeconds(600),
                                        Optional.of(TEN.plusSeconds(4_000))),
                                new TimelinePicture.Phase(
                                        "Investigation and eradication",
                                        TEN.plusSeconds(1_000),
                                        Optional.of(TEN.plusSeconds(9_000))),
                                new TimelinePicture.Phase(
                                        "Recovery", TEN.plusSeconds(7_000), Optional.empty()))
                        : List.of(),
                said,
                big
                        ? List.of(
                                new TimelinePicture.Promise(TEN.plusSeconds(200), Kept.IN_TIME),
                                new TimelinePicture.Promise(TEN.plusSeconds(3_600), Kept.LATE),
                                new TimelinePicture.Promise(TEN.plusSeconds(9_000), Kept.RUNNING))
                        : List.of(),
                big ? List.of(TEN.plusSeconds(1_800), TEN.plusSeconds(5_400)) : List.of(),
                all);
    }

    private static BufferedImage drawn(String name, TimelinePicture picture) {
        return read(name, new TimelineDrawing(LETTERS, picture, PersonId::value).png());
    }

    private static BufferedImage read(String name, byte[] png) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "sandbox-pictures"));
            Files.write(folder.resolve("picture-" + name + ".png"), png);
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
