package io.muster.core.duty;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Hours;
import io.muster.core.calendar.Span;
import io.muster.core.written.Yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of deadlines that were worked out by hand, and the calendars that it speaks of. */
final class Deadlines {
    static final Map<String, BusinessCalendar> CALENDARS = calendars();

    private Deadlines() {}

    /** One line of the table. */
    record Line(Reckoning reckoning, String calendar, Instant due, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    static List<Line> all() {
        return read("deadlines.txt").map(Deadlines::line).toList();
    }

    /** The lines of a table that say something. */
    static Stream<String> read(String name) {
        try (InputStream in = Deadlines.class.getResourceAsStream(name)) {
            String text =
                    new String(
                            Objects.requireNonNull(in, name).readAllBytes(),
                            StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        List<String> cells = List.of(text.split(" \\| "));
        return new Line(
                new Reckoning(
                        given(cells.get(0)).map(Instant::parse),
                        Span.parse(cells.get(1)).orElseThrow(),
                        given(cells.get(3)).map(Deadlines::limit),
                        given(cells.get(4)).map(Instant::parse)),
                cells.get(2),
                Instant.parse(cells.get(5)),
                text);
    }

    private static Reckoning.Limit limit(String words) {
        String[] parts = words.split(" \\+ ");
        return new Reckoning.Limit(Instant.parse(parts[0]), Span.parse(parts[1]).orElseThrow());
    }

    private static Optional<String> given(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(cell);
    }

    private static Map<String, BusinessCalendar> calendars() {
        BusinessCalendar edgar =
                Objects.requireNonNull(
                        Yaml.laws().calendars().get(new CalendarName("law.us-federal")));
        return Map.of(
                "utc", office("UTC"),
                "berlin",
                        office(
                                "Europe/Berlin",
                                "2026-01-01",
                                "2026-04-03",
                                "2026-04-06",
                                "2026-05-01",
                                "2026-12-25",
                                "2027-01-01"),
                "edgar", edgar,
                "kolkata",
                        calendar(
                                "Asia/Kolkata",
                                week(DayOfWeek.MONDAY, 6, "10:00", "18:00"),
                                "2026-01-26"),
                "lord-howe", office("Australia/Lord_Howe"),
                "cairo", cairo(),
                "apia", office("Pacific/Apia"));
    }

    private static BusinessCalendar cairo() {
        Map<DayOfWeek, Hours> week = week(DayOfWeek.SUNDAY, 4, "09:00", "17:00");
        week.put(DayOfWeek.THURSDAY, new Hours(LocalTime.of(9, 0), LocalTime.of(13, 0)));
        return calendar("Africa/Cairo", week);
    }

    private static BusinessCalendar office(String zone, String... holidays) {
        return calendar(zone, week(DayOfWeek.MONDAY, 5, "09:00", "17:00"), holidays);
    }

    private static BusinessCalendar calendar(
            String zone, Map<DayOfWeek, Hours> week, String... holidays) {
        Set<LocalDate> closed =
                Stream.of(holidays).map(LocalDate::parse).collect(Collectors.toSet());
        return new BusinessCalendar(new CalendarName(zone), ZoneId.of(zone), week, closed);
    }

    private static Map<DayOfWeek, Hours> week(
            DayOfWeek first, int days, String opens, String closes) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (int i = 0; i < days; i++) {
            week.put(first.plus(i), new Hours(LocalTime.parse(opens), LocalTime.parse(closes)));
        }
        return week;
    }
}
