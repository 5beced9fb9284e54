package io.muster.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.oncall.Handover;
import io.muster.core.oncall.Window;
import io.muster.core.oncall.Windows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Generated rotations against a second calculation that knows nothing of the first: it walks
 * through the days minute by minute, writes down what the clock on the wall shows, and paints
 * shifts over it.
 */
@Tag("F05")
class RotationByTheMinuteTest {
    private static final int CASES = 150;
    private static final int DAYS = 11;

    /** Places and days around which they change their clocks, both ways; one that never does. */
    private static final String[][] PLACES = {
        {"Europe/Berlin", "2026-03-29"},
        {"Europe/Berlin", "2026-10-25"},
        {"America/New_York", "2026-03-08"},
        {"America/New_York", "2026-11-01"},
        {"Australia/Lord_Howe", "2026-04-05"},
        {"Australia/Lord_Howe", "2026-10-04"},
        {"Africa/Casablanca", "2026-02-15"},
        {"America/Santiago", "2026-09-06"},
        {"Asia/Kolkata", "2026-05-05"},
        {"UTC", "2026-12-31"}
    };

    @Test
    void both_calculations_agree_on_every_minute() {
        for (int seed = 0; seed < CASES; seed++) {
            Case it = new Case(seed);
            String[] painted = it.painted();
            List<Shift> shifts = it.rotation.shifts(it.begin, it.minute(painted.length));
            assertThat(shifts.getFirst().from()).isEqualTo(it.begin);
            assertThat(shifts.getLast().until()).isEqualTo(it.minute(painted.length));
            for (Shift shift : shifts) {
                for (int m = it.index(shift.from()); m < it.index(shift.until()); m++) {
                    assertThat(shift.who().map(Handle::value).orElse("-"))
                            .as("case %s, %s, %s", seed, it.minute(m), it.rotation)
                            .isEqualTo(painted[m]);
                }
            }
            for (int m = 0; m < painted.length; m += 13) {
                Optional<Rotation.Duty> duty = it.rotation.at(it.minute(m));
                assertThat(duty.map(d -> d.person().value()).orElse("-"))
                        .as("case %s, %s", seed, it.minute(m))
                        .isEqualTo(painted[m]);
                assertThat(it.rotation.order(it.minute(m)).stream().findFirst())
                        .isEqualTo(duty.map(Rotation.Duty::person));
            }
            for (int i = 1; i < shifts.size(); i++) {
                assertThat(shifts.get(i).from()).isEqualTo(shifts.get(i - 1).until());
            }
        }
    }

    /** A layer, as the generator drew it. */
    private record Drawn(LocalDateTime first, int hours, List<String> people, List<Window> only) {}

    private static final class Case {
        private final ZoneId zone;
        private final Instant begin;
        private final List<Drawn> layers = new ArrayList<>();
        private final Rotation rotation;
        private final Map<LocalDateTime, Integer> wall = new HashMap<>();
        private final int minutes = DAYS * 24 * 60;

        Case(long seed) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 7919 + 17);
            String[] place = PLACES[random.nextInt(PLACES.length)];
            zone = ZoneId.of(place[0]);
            LocalDate first = LocalDate.parse(place[1]).minusDays(DAYS / 2);
            begin = first.atTime(12, 0).atZone(zone).toInstant();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                layers.add(draw(random, first));
            }
            rotation =
                    RotationTest.rotation(layers.stream().map(this::layer).toArray(Layer[]::new));
            walk();
        }

        private static Drawn draw(RandomGenerator random, LocalDate first) {
            int[] rhythms = {1, 3, 8, 12, 24, 36, 48, 168};
            List<String> people = new ArrayList<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                people.add("abcde".substring(i, i + 1));
            }
            List<Window> only = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                only.add(window(random));
            }
            LocalDateTime starts =
                    first.plusDays(1 + random.nextInt(3))
                            .atTime(random.nextInt(5), random.nextInt(4) * 15);
            return new Drawn(starts, rhythms[random.nextInt(rhythms.length)], people, only);
        }

        private static Window window(RandomGenerator random) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextInt(3) > 0) {
                    days.add(day);
                }
            }
            boolean small = random.nextBoolean();
            return new Window(
                    days,
                    LocalTime.of(random.nextInt(small ? 4 : 24), random.nextInt(4) * 15),
                    LocalTime.of(random.nextInt(small ? 4 : 24), random.nextInt(4) * 15));
        }

        private Layer layer(Drawn drawn) {
            return new Layer.Turns(
                    "drawn",
                    drawn.people().stream().map(Handle::new).toList(),
                    new Handover(drawn.first(), drawn.hours(), zone),
                    new Windows(drawn.only(), zone));
        }

        /** Which minute each time on the wall belongs to, skipped and repeated ones too. */
        private void walk() {
            LocalDateTime before = LocalDateTime.ofInstant(minute(-4 * 1440 - 1), zone);
            for (int m = -4 * 1440; m < minutes + 10 * 1440; m++) {
                LocalDateTime shown = LocalDateTime.ofInstant(minute(m), zone);
                LocalDateTime skipped = before.plusMinutes(1);
                for (int late = 0; skipped.isBefore(shown); late++) {
                    wall.putIfAbsent(skipped, m + late);
                    skipped = skipped.plusMinutes(1);
                }
                wall.putIfAbsent(shown, m);
                before = shown;
            }
        }

        String[] painted() {
            String[] all = new String[minutes];
            java.util.Arrays.fill(all, "-");
            for (Drawn layer : layers.reversed()) {
                boolean[] open = open(layer);
                String[] turns = turns(layer);
                for (int m = 0; m < minutes; m++) {
                    if (open[m] && turns[m] != null) {
                        all[m] = turns[m];
                    }
                }
            }
            return all;
        }

        private String[] turns(Drawn layer) {
            String[] turns = new String[minutes];
            LocalDateTime next = layer.first();
            for (int turn = 0; wall.containsKey(next); turn++) {
                String person = layer.people().get(turn % layer.people().size());
                for (int m = Math.max(0, minuteOf(next)); m < minutes; m++) {
                    turns[m] = person;
                }
                next = next.plusHours(layer.hours());
            }
            return turns;
        }

        private boolean[] open(Drawn layer) {
            boolean[] open = new boolean[minutes];
            LocalDate day = LocalDateTime.ofInstant(minute(-2 * 1440), zone).toLocalDate();
            for (int i = 0; i < DAYS + 6; i++, day = day.plusDays(1)) {
                for (Window window : layer.only()) {
                    if (window.days().contains(day.getDayOfWeek())) {
                        LocalDateTime closes = day.atTime(window.closes());
                        if (!window.closes().isAfter(window.opens())) {
                            closes = closes.plusDays(1);
                        }
                        int from = minuteOf(day.atTime(window.opens()));
                        int until = Math.min(minutes, minuteOf(closes));
                        for (int m = Math.max(0, from); m < until; m++) {
                            open[m] = true;
                        }
                    }
                }
            }
            if (layer.only().isEmpty()) {
                java.util.Arrays.fill(open, true);
            }
            return open;
        }

        private int minuteOf(LocalDateTime shown) {
            return Objects.requireNonNull(wall.get(shown));
        }

        Instant minute(int m) {
            return begin.plus(Duration.ofMinutes(m));
        }

        int index(Instant at) {
            return (int) ChronoUnit.MINUTES.between(begin, at);
        }
    }
}
