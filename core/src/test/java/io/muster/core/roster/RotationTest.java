package io.muster.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.oncall.Handover;
import io.muster.core.oncall.Window;
import io.muster.core.oncall.Windows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is on duty when: by hand, one case at a time. */
@Tag("F05")
class RotationTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Handle ANA = new Handle("ana");
    private static final Handle BEN = new Handle("ben");
    private static final Handle CLEO = new Handle("cleo");
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T08:59, ''",
        "2026-01-05T09:00, ana",
        "2026-01-12T08:59, ana",
        "2026-01-12T09:00, ben",
        "2026-01-19T09:00, cleo",
        "2026-01-26T09:00, ana",
        "2026-07-06T08:59, ben",
        "2026-07-06T09:00, cleo"
    })
    void a_week_ends_on_monday_at_nine_by_the_clock_on_the_wall(String wall, String who) {
        assertThat(weeks().at(berlin(wall)).map(d -> d.person().value()).orElse("")).isEqualTo(who);
    }

    @Test
    void the_week_in_which_the_clocks_go_forward_is_an_hour_shorter_and_the_other_an_hour_longer() {
        assertThat(lengths(weeks(), "2026-03-23T09:00", "2026-04-06T09:00"))
                .containsExactly(Duration.ofHours(167), Duration.ofDays(7));
        assertThat(lengths(weeks(), "2026-10-19T09:00", "2026-11-02T09:00"))
                .containsExactly(Duration.ofHours(169), Duration.ofDays(7));
    }

    @Test
    void a_night_in_which_the_clocks_change_is_shorter_or_longer_and_nobody_else_steps_in() {
        Rotation nights =
                rotation(turns(24, "2026-01-01T20:00", window(ALL, "20:00", "08:00"), ANA, BEN));
        assertThat(worked(nights, "2026-03-28T12:00", "2026-03-29T12:00"))
                .containsExactly(Duration.ofHours(11));
        assertThat(worked(nights, "2026-10-24T12:00", "2026-10-25T12:00"))
                .containsExactly(Duration.ofHours(13));
    }

    @Test
    void twelve_hours_stay_morning_and_evening_all_year() {
        Rotation halves = rotation(turns(12, "2026-01-01T08:00", Windows.always(BERLIN), ANA, BEN));
        assertThat(halves.at(berlin("2026-03-29T07:59"))).map(Rotation.Duty::person).contains(BEN);
        assertThat(halves.at(berlin("2026-03-29T08:00"))).map(Rotation.Duty::person).contains(ANA);
        assertThat(halves.at(berlin("2026-07-01T20:00"))).map(Rotation.Duty::person).contains(BEN);
    }

    @Test
    void a_hand_over_at_a_time_that_is_skipped_comes_as_late_as_it_was_skipped() {
        Handover at0230 = new Handover(LocalDateTime.parse("2026-03-27T02:30"), 24, BERLIN);
        assertThat(at0230.next(berlin("2026-03-28T12:00")))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(at0230.turn(Instant.parse("2026-03-29T01:15:00Z"))).isEqualTo(1);
        assertThat(at0230.turn(Instant.parse("2026-03-29T01:30:00Z"))).isEqualTo(2);
    }

    @Test
    void a_hand_over_at_a_time_that_comes_twice_happens_once_and_the_first_time() {
        Handover at0230 = new Handover(LocalDateTime.parse("2026-10-23T02:30"), 24, BERLIN);
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(at0230.next(berlin("2026-10-24T12:00"))).isEqualTo(first);
        assertThat(at0230.turn(first)).isEqualTo(2);
        assertThat(at0230.turn(first.plus(Duration.ofMinutes(45)))).isEqualTo(2);
        assertThat(at0230.next(first)).isEqualTo(berlin("2026-10-26T02:30"));
    }

    @Test
    void the_upper_layer_wins_and_the_lower_one_fills_its_gaps() {
        Rotation both =
                rotation(
                        turns(24, "2026-01-05T00:00", window(weekdays(), "09:00", "17:00"), CLEO),
                        turns(168, "2026-01-05T09:00", Windows.always(BERLIN), ANA, BEN));
        assertThat(both.at(berlin("2026-01-06T08:59"))).contains(new Rotation.Duty(ANA, 1));
        assertThat(both.at(berlin("2026-01-06T09:00"))).contains(new Rotation.Duty(CLEO, 0));
        assertThat(both.at(berlin("2026-01-06T17:00"))).contains(new Rotation.Duty(ANA, 1));
        assertThat(both.at(berlin("2026-01-10T12:00"))).contains(new Rotation.Duty(ANA, 1));
    }

    @Test
    void hours_that_no_layer_covers_are_a_gap_that_can_be_seen() {
        Rotation days =
                rotation(
                        turns(
                                168,
                                "2026-01-05T09:00",
                                window(weekdays(), "09:00", "17:00"),
                                ANA,
                                BEN));
        List<Shift> gaps =
                days.shifts(berlin("2026-01-09T09:00"), berlin("2026-01-12T17:00")).stream()
                        .filter(Shift::gap)
                        .toList();
        assertThat(gaps).hasSize(1);
        assertThat(gaps.getFirst().from()).isEqualTo(berlin("2026-01-09T17:00"));
        assertThat(gaps.getFirst().until()).isEqualTo(berlin("2026-01-12T09:00"));
        assertThat(days.order(berlin("2026-01-10T12:00"))).isEmpty();
    }

    @Test
    void who_is_called_next_is_who_comes_next() {
        assertThat(weeks().order(berlin("2026-01-13T12:00"))).containsExactly(BEN, CLEO, ANA);
        assertThat(weeks().order(berlin("2026-01-20T12:00"))).containsExactly(CLEO, ANA, BEN);
    }

    @Test
    void a_whole_day_and_a_weekend_are_windows_too() {
        Windows weekend =
                window(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), "00:00", "00:00");
        Rotation weekends = rotation(turns(168, "2026-01-05T00:00", weekend, ANA, BEN));
        assertThat(worked(weekends, "2026-01-09T00:00", "2026-01-13T00:00"))
                .containsExactly(Duration.ofDays(2));
    }

    @Test
    void a_calendar_counts_its_replacement_over_the_shift_below_it() {
        Instant nine = berlin("2026-01-05T09:00");
        Rotation feed =
                rotation(
                        new Layer.Calendar(
                                "file",
                                Shifts.flat(
                                        List.of(
                                                shift(nine, 24, ANA),
                                                shift(nine.plusSeconds(3600 * 4), 2, BEN),
                                                shift(nine.plusSeconds(3600 * 30), 5, CLEO)))));
        assertThat(feed.shifts(nine, nine.plusSeconds(3600 * 40)))
                .extracting(s -> s.who().map(Handle::value).orElse("-"))
                .containsExactly("ana", "ben", "ana", "-", "cleo", "-");
        assertThat(feed.order(nine)).containsExactly(ANA, BEN, CLEO);
    }

    private static Rotation weeks() {
        return rotation(turns(168, "2026-01-05T09:00", Windows.always(BERLIN), ANA, BEN, CLEO));
    }

    private static Shift shift(Instant from, int hours, Handle who) {
        return new Shift(from, from.plus(Duration.ofHours(hours)), Optional.of(who), 0);
    }

    static Rotation rotation(Layer... layers) {
        return new Rotation(
                new RotationName("primary"),
                List.of(layers),
                BERLIN,
                Optional.empty(),
                Optional.empty());
    }

    private static Layer turns(int hours, String first, Windows only, Handle... people) {
        return new Layer.Turns(
                "turns",
                List.of(people),
                new Handover(LocalDateTime.parse(first), hours, BERLIN),
                only);
    }

    private static Windows window(Set<DayOfWeek> days, String opens, String closes) {
        return new Windows(
                List.of(new Window(days, LocalTime.parse(opens), LocalTime.parse(closes))), BERLIN);
    }

    private static Set<DayOfWeek> weekdays() {
        return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }

    private static List<Duration> lengths(Rotation rotation, String from, String until) {
        return rotation.shifts(berlin(from), berlin(until)).stream()
                .map(s -> Duration.between(s.from(), s.until()))
                .toList();
    }

    private static List<Duration> worked(Rotation rotation, String from, String until) {
        return rotation.shifts(berlin(from), berlin(until)).stream()
                .filter(s -> !s.gap())
                .map(s -> Duration.between(s.from(), s.until()))
                .toList();
    }

    private static Instant berlin(String wall) {
        return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
    }
}
