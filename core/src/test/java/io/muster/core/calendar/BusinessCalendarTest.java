package io.muster.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every instant carries its weekday in its name, so that the table can be read without a diary. */
class BusinessCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate WED_HOLIDAY = LocalDate.of(2026, 6, 10);

    /** Monday to Friday, 9 to 17, in Berlin; one Wednesday off. */
    private static final BusinessCalendar OFFICE =
            calendar(BERLIN, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00", "17:00", WED_HOLIDAY);

    /** Sunday to Thursday, 0 to 6: open while clocks are changed. */
    private static final BusinessCalendar NIGHT =
            calendar(BERLIN, DayOfWeek.SUNDAY, DayOfWeek.THURSDAY, "00:00", "06:00");

    /** Long Mondays, short Fridays, nothing in between. */
    private static final BusinessCalendar ODD =
            new BusinessCalendar(
                    new CalendarName("odd"),
                    BERLIN,
                    Map.of(
                            DayOfWeek.MONDAY, hours("08:00", "18:00"),
                            DayOfWeek.FRIDAY, hours("10:00", "12:00")),
                    Set.of());

    // An ordinary week in summer.
    private static final Instant MON_07_00 = berlin("2026-06-01T07:00");
    private static final Instant MON_09_00 = berlin("2026-06-01T09:00");
    private static final Instant MON_16_30 = berlin("2026-06-01T16:30");
    private static final Instant MON_17_00 = berlin("2026-06-01T17:00");
    private static final Instant MON_19_00 = berlin("2026-06-01T19:00");
    private static final Instant TUE_09_00 = berlin("2026-06-02T09:00");
    private static final Instant TUE_09_30 = berlin("2026-06-02T09:30");
    private static final Instant TUE_12_00 = berlin("2026-06-02T12:00");
    private static final Instant TUE_17_00 = berlin("2026-06-02T17:00");
    private static final Instant WED_17_00 = berlin("2026-06-03T17:00");
    private static final Instant FRI_09_00 = berlin("2026-06-05T09:00");
    private static final Instant FRI_16_30 = berlin("2026-06-05T16:30");
    private static final Instant FRI_17_00 = berlin("2026-06-05T17:00");
    private static final Instant SAT_12_00 = berlin("2026-06-06T12:00");
    private static final Instant SUN_23_59 = berlin("2026-06-07T23:59");
    private static final Instant NEXT_MON_09_00 = berlin("2026-06-08T09:00");
    private static final Instant NEXT_MON_09_30 = berlin("2026-06-08T09:30");
    private static final Instant NEXT_MON_16_30 = berlin("2026-06-08T16:30");
    private static final Instant NEXT_MON_17_00 = berlin("2026-06-08T17:00");
    private static final Instant NEXT_TUE_09_30 = berlin("2026-06-09T09:30");
    private static final Instant NEXT_TUE_10_00 = berlin("2026-06-09T10:00");
    private static final Instant NEXT_TUE_16_00 = berlin("2026-06-09T16:00");
    private static final Instant NEXT_WED_OFF_10_00 = berlin("2026-06-10T10:00");
    private static final Instant NEXT_THU_10_00 = berlin("2026-06-11T10:00");
    private static final Instant NEXT_THU_11_00 = berlin("2026-06-11T11:00");
    private static final Instant NEXT_THU_17_00 = berlin("2026-06-11T17:00");
    private static final Instant NEXT_FRI_16_30 = berlin("2026-06-12T16:30");

    // Clocks go forward on Sunday 29 March 2026 at 2 o'clock, back on Sunday 25 October at 3.
    private static final Instant SPRING_FRI_16_00 = berlin("2026-03-27T16:00");
    private static final Instant SPRING_SAT_12_00 = berlin("2026-03-28T12:00");
    private static final Instant SPRING_SUN_01_00 = berlin("2026-03-29T01:00");
    private static final Instant SPRING_SUN_05_00 = berlin("2026-03-29T05:00");
    private static final Instant SPRING_SUN_12_00 = berlin("2026-03-29T12:00");
    private static final Instant SPRING_SUN_13_00 = berlin("2026-03-29T13:00");
    private static final Instant SPRING_MON_00_30 = berlin("2026-03-30T00:30");
    private static final Instant SPRING_MON_16_00 = berlin("2026-03-30T16:00");
    private static final Instant AUTUMN_FRI_16_00 = berlin("2026-10-23T16:00");
    private static final Instant AUTUMN_SAT_12_00 = berlin("2026-10-24T12:00");
    private static final Instant AUTUMN_SUN_01_00 = berlin("2026-10-25T01:00");
    private static final Instant AUTUMN_SUN_05_00 = berlin("2026-10-25T05:00");
    private static final Instant AUTUMN_SUN_05_30 = berlin("2026-10-25T05:30");
    private static final Instant AUTUMN_SUN_11_00 = berlin("2026-10-25T11:00");
    private static final Instant AUTUMN_MON_16_00 = berlin("2026-10-26T16:00");

    static Stream<Arguments> promises() {
        return Stream.of(
                // elapsed time looks at no calendar
                promise(OFFICE, FRI_16_30, "45 minutes", berlin("2026-06-05T17:15")),
                promise(OFFICE, SAT_12_00, "24 hours", berlin("2026-06-07T12:00")),
                promise(OFFICE, SPRING_SAT_12_00, "24 hours", SPRING_SUN_13_00),
                promise(OFFICE, AUTUMN_SAT_12_00, "24 hours", AUTUMN_SUN_11_00),

                // business hours
                promise(OFFICE, MON_09_00, "30 business minutes", berlin("2026-06-01T09:30")),
                promise(OFFICE, MON_07_00, "30 business minutes", berlin("2026-06-01T09:30")),
                promise(OFFICE, MON_19_00, "30 business minutes", TUE_09_30),
                promise(OFFICE, MON_16_30, "30 business minutes", MON_17_00),
                promise(OFFICE, MON_16_30, "1 business hour", TUE_09_30),
                promise(OFFICE, FRI_16_30, "1 business hour", NEXT_MON_09_30),
                promise(OFFICE, SAT_12_00, "30 business minutes", NEXT_MON_09_30),
                promise(OFFICE, SUN_23_59, "8 business hours", NEXT_MON_17_00),
                promise(OFFICE, MON_09_00, "16 business hours", TUE_17_00),
                promise(OFFICE, NEXT_TUE_16_00, "3 business hours", NEXT_THU_11_00),
                promise(OFFICE, NEXT_WED_OFF_10_00, "1 business hour", NEXT_THU_10_00),

                // business hours while clocks are changed: an hour less, an hour more
                promise(NIGHT, SPRING_SUN_01_00, "3 business hours", SPRING_SUN_05_00),
                promise(NIGHT, SPRING_SUN_01_00, "270 business minutes", SPRING_MON_00_30),
                promise(NIGHT, AUTUMN_SUN_01_00, "5 business hours", AUTUMN_SUN_05_00),
                promise(NIGHT, AUTUMN_SUN_01_00, "330 business minutes", AUTUMN_SUN_05_30),
                promise(OFFICE, SPRING_SUN_12_00, "7 business hours", SPRING_MON_16_00),

                // business days, made while the calendar is open: the same time of day
                promise(OFFICE, MON_16_30, "1 business day", berlin("2026-06-02T16:30")),
                promise(OFFICE, FRI_16_30, "1 business day", NEXT_MON_16_30),
                promise(OFFICE, FRI_09_00, "1 business day", NEXT_MON_09_00),
                promise(OFFICE, berlin("2026-06-04T16:30"), "5 business days", NEXT_FRI_16_30),
                promise(OFFICE, NEXT_TUE_10_00, "1 business day", NEXT_THU_10_00),
                promise(OFFICE, SPRING_FRI_16_00, "1 business day", SPRING_MON_16_00),
                promise(OFFICE, AUTUMN_FRI_16_00, "1 business day", AUTUMN_MON_16_00),

                // business days, made while it is closed: the next working day is the first
                promise(OFFICE, MON_07_00, "1 business day", MON_17_00),
                promise(OFFICE, MON_17_00, "1 business day", TUE_17_00),
                promise(OFFICE, MON_19_00, "2 business days", WED_17_00),
                promise(OFFICE, FRI_17_00, "1 business day", NEXT_MON_17_00),
                promise(OFFICE, SAT_12_00, "1 business day", NEXT_MON_17_00),
                promise(OFFICE, SUN_23_59, "1 business day", NEXT_MON_17_00),
                promise(OFFICE, NEXT_WED_OFF_10_00, "1 business day", NEXT_THU_17_00),

                // days of different length: never later than the day's close, never before it opens
                promise(ODD, MON_16_30, "1 business day", berlin("2026-06-05T12:00")),
                promise(
                        ODD,
                        berlin("2026-06-01T08:30"),
                        "1 business day",
                        berlin("2026-06-05T10:00")),
                promise(
                        ODD,
                        berlin("2026-06-05T11:00"),
                        "1 business day",
                        berlin("2026-06-08T11:00")),
                promise(ODD, TUE_12_00, "2 business days", berlin("2026-06-08T18:00")),
                promise(ODD, MON_17_00, "3 business hours", berlin("2026-06-05T12:00")));
    }

    @ParameterizedTest(name = "{1} + {2} = {3}")
    @MethodSource("promises")
    void a_promise_is_due_when_the_table_says(
            BusinessCalendar calendar, Instant from, String span, Instant due) {
        assertThat(calendar.due(from, Span.parse(span).orElseThrow())).contains(due);
    }

    @Test
    void a_promise_for_the_next_release_is_never_due() {
        assertThat(OFFICE.due(MON_09_00, new Span.Unclocked(Span.NEXT_RELEASE))).isEmpty();
    }

    @Test
    void it_is_open_from_the_first_moment_to_before_the_last() {
        assertThat(OFFICE.isOpen(TUE_09_00)).isTrue();
        assertThat(OFFICE.isOpen(TUE_09_00.minusNanos(1))).isFalse();
        assertThat(OFFICE.isOpen(TUE_17_00.minusNanos(1))).isTrue();
        assertThat(OFFICE.isOpen(TUE_17_00)).isFalse();
        assertThat(OFFICE.isOpen(SAT_12_00)).isFalse();
        assertThat(OFFICE.isOpen(NEXT_WED_OFF_10_00)).isFalse();
        assertThat(OFFICE.isOpen(NEXT_TUE_09_30)).isTrue();
    }

    @Test
    void seconds_are_not_lost() {
        assertThat(OFFICE.due(FRI_16_30.plusMillis(1), Span.parse("1 business hour").orElseThrow()))
                .contains(NEXT_MON_09_30.plusMillis(1));
    }

    @Test
    void a_calendar_that_never_opens_again_is_found() {
        BusinessCalendar shut =
                new BusinessCalendar(
                        new CalendarName("shut"),
                        BERLIN,
                        Map.of(DayOfWeek.FRIDAY, hours("09:00", "17:00")),
                        Stream.iterate(LocalDate.of(2026, 1, 2), day -> day.plusWeeks(1))
                                .limit(60)
                                .collect(Collectors.toSet()));

        assertThat(shut.endlessClosure()).contains(LocalDate.of(2026, 1, 2));
        assertThat(OFFICE.endlessClosure()).isEmpty();
        assertThatThrownBy(() -> shut.workedFrom(LocalDate.of(2026, 1, 2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no working day");
    }

    @Test
    void a_day_opens_before_it_closes_and_a_week_has_a_day() {
        assertThatThrownBy(() -> hours("17:00", "09:00"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new BusinessCalendar(new CalendarName("none"), BERLIN, Map.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments promise(
            BusinessCalendar calendar, Instant from, String span, Instant due) {
        return Arguments.of(calendar, from, span, due);
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static BusinessCalendar calendar(
            ZoneId zone,
            DayOfWeek first,
            DayOfWeek last,
            String opens,
            String closes,
            LocalDate... holidays) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day = first; day != last.plus(1); day = day.plus(1)) {
            week.put(day, hours(opens, closes));
        }
        return new BusinessCalendar(new CalendarName("c"), zone, week, Set.of(holidays));
    }

    private static Hours hours(String opens, String closes) {
        return new Hours(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    @Test
    void a_working_day_knows_its_length() {
        assertThat(hours("09:00", "17:30").length()).isEqualTo(Duration.ofMinutes(510));
    }
}
