package io.muster.app.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.roster.ShiftFeed;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Calendars of shifts, well-meant and not. */
@Tag("F05")
class IcalFeedTest {
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");

    @TempDir Path folder;

    @Test
    void a_week_that_repeats_stays_at_nine_through_the_change_of_clocks() throws IOException {
        List<ShiftFeed.Entry> entries =
                entries(
                        """
                        BEGIN:VEVENT
                        UID:1
                        DTSTART;TZID=Europe/Berlin:20260316T090000
                        DTEND;TZID=Europe/Berlin:20260317T090000
                        RRULE:FREQ=WEEKLY;COUNT=3
                        SUMMARY:Ana Ruiz
                        ATTENDEE;CN=Ana:mailto:Ana@Example.com
                        END:VEVENT
                        """);
        assertThat(entries)
                .extracting(e -> e.from().toString())
                .containsExactly(
                        "2026-03-16T08:00:00Z", "2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z");
        assertThat(entries).allMatch(e -> e.addresses().contains("ana@example.com"));
        assertThat(entries).allMatch(e -> e.summary().orElse("").equals("Ana Ruiz"));
    }

    @Test
    void a_week_on_call_ends_where_the_next_begins_when_the_clocks_change() throws IOException {
        for (String first :
                List.of(
                        "DTSTART;TZID=Europe/Berlin:20261012T090000\n"
                                + "DTEND;TZID=Europe/Berlin:20261019T090000",
                        "DTSTART;TZID=Europe/Berlin:20261012T090000\nDURATION:P7D",
                        "DTSTART;VALUE=DATE:20261012\nDTEND;VALUE=DATE:20261019",
                        "DTSTART;VALUE=DATE:20261012\nDURATION:P1W",
                        "DTSTART;TZID=Europe/Berlin:20261012T220000\n"
                                + "DTEND;TZID=Europe/Berlin:20261019T220000")) {
            List<ShiftFeed.Entry> entries =
                    entries(
                            "BEGIN:VEVENT\nUID:1\n"
                                    + first
                                    + "\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Ana\nEND:VEVENT\n");
            assertThat(entries).as(first).hasSize(4);
            for (int week = 1; week < entries.size(); week++) {
                assertThat(entries.get(week - 1).until())
                        .as(first)
                        .isEqualTo(entries.get(week).from());
            }
        }
    }

    @Test
    void a_night_shift_ends_by_the_clock_on_the_wall() throws IOException {
        assertThat(
                        entries(
                                """
                                BEGIN:VEVENT
                                UID:1
                                DTSTART;TZID=Europe/Berlin:20261023T220000
                                DTEND;TZID=Europe/Berlin:20261024T060000
                                RRULE:FREQ=DAILY;COUNT=2
                                SUMMARY:Ana
                                END:VEVENT
                                """))
                .extracting(e -> e.until().toString())
                .containsExactly("2026-10-24T04:00:00Z", "2026-10-25T05:00:00Z");
    }

    @Test
    void days_and_times_without_a_zone_are_those_of_the_rotation() throws IOException {
        assertThat(
                        entries(
                                """
                                BEGIN:VEVENT
                                UID:1
                                DTSTART;VALUE=DATE:20260701
                                SUMMARY:Ana
                                END:VEVENT
                                BEGIN:VEVENT
                                UID:2
                                DTSTART:20260702T090000
                                DTEND:20260702T170000
                                SUMMARY:Ben
                                END:VEVENT
                                """))
                .extracting(e -> e.from().toString())
                .containsExactly("2026-06-30T22:00:00Z", "2026-07-02T07:00:00Z");
    }

    @Test
    void exceptions_replacements_and_cancelled_entries_are_minded() throws IOException {
        List<ShiftFeed.Entry> entries =
                entries(
                        """
                        BEGIN:VEVENT
                        UID:1
                        DTSTART:20260316T090000Z
                        DURATION:PT8H
                        RRULE:FREQ=DAILY;COUNT=4
                        EXDATE:20260317T090000Z
                        SUMMARY:Ana
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:1
                        RECURRENCE-ID:20260318T090000Z
                        DTSTART:20260318T100000Z
                        DURATION:PT8H
                        SUMMARY:Ben
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:2
                        DTSTART:20260321T090000Z
                        DURATION:PT8H
                        STATUS:CANCELLED
                        SUMMARY:Cleo
                        END:VEVENT
                        """);
        assertThat(entries)
                .extracting(e -> e.summary().orElse("") + " " + e.from())
                .containsExactlyInAnyOrder(
                        "Ana 2026-03-16T09:00:00Z",
                        "Ana 2026-03-19T09:00:00Z",
                        "Ben 2026-03-18T10:00:00Z");
    }

    @Test
    void whole_days_are_days_of_the_calendars_own_zone() throws IOException {
        List<ShiftFeed.Entry> entries =
                entries(
                        """
                        X-WR-TIMEZONE:Europe/Berlin
                        BEGIN:VEVENT
                        UID:1
                        DTSTART;VALUE=DATE:20260328
                        DTEND;VALUE=DATE:20260330
                        SUMMARY:ben@example.com
                        END:VEVENT
                        """);
        assertThat(entries).hasSize(1);
        assertThat(Duration.between(entries.getFirst().from(), entries.getFirst().until()))
                .isEqualTo(Duration.ofHours(47));
        assertThat(entries.getFirst().addresses()).containsExactly("ben@example.com");
    }

    @Test
    void what_repeats_for_ever_is_followed_for_two_years() throws IOException {
        List<ShiftFeed.Entry> entries = entries(repeating("FREQ=DAILY"));
        assertThat(entries).hasSizeBetween(700, 800);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;INTERVAL=5",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,1,2,3,4,5",
                "FREQ=YEARLY;BYHOUR=1,2,3,4,5,6,7,8;BYMINUTE=1,2,3,4;BYSECOND=1,2,3,4"
            })
    void a_rule_that_no_shift_follows_is_refused_at_once(String rule) throws IOException {
        assertThat(unreadable(repeating(rule)).why()).contains("is no rhythm of shifts");
    }

    @Test
    void a_rule_that_began_in_the_middle_ages_is_refused_at_once() throws IOException {
        String old = repeating("FREQ=HOURLY").replace("20260316", "12000316");
        assertThat(unreadable(old).why()).contains("is no rhythm of shifts");
    }

    @Test
    void a_rule_that_never_comes_true_ends() throws IOException {
        assertThat(entries(repeating("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))).hasSize(1);
    }

    @Test
    void many_entries_that_each_repeat_are_refused_together() throws IOException {
        assertThat(unreadable(repeating("FREQ=HOURLY").repeat(200)).why())
                .containsAnyOf("more than 20000 shifts", "no rhythm of shifts");
    }

    @Test
    void a_million_entries_are_refused_before_they_are_read() throws IOException {
        Path file = folder.resolve("many.ics");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n");
            for (int i = 0; i < 1_000_000; i++) {
                out.write("BEGIN:VEVENT\nEND:VEVENT\n");
            }
            out.write("END:VCALENDAR\n");
        }
        ShiftFeed.Answer answer = feed().read("many.ics", ZoneOffset.UTC);
        assertThat(answer).isInstanceOf(ShiftFeed.Unreadable.class);
        assertThat(((ShiftFeed.Unreadable) answer).why()).contains("larger than 4 MB");
    }

    @Test
    void too_many_small_entries_are_counted() throws IOException {
        String many = "BEGIN:VEVENT\nEND:VEVENT\n".repeat(IcalFeed.MOST_EVENTS + 1);
        assertThat(unreadable(many).why()).contains("more than 10000 entries");
    }

    @Test
    void a_line_without_end_is_refused() throws IOException {
        String folded = "DESCRIPTION:" + ("x".repeat(70) + "\n ").repeat(400) + "x\n";
        assertThat(unreadable("BEGIN:VEVENT\nUID:1\n" + folded + "END:VEVENT\n").why())
                .contains("more than 20000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "BEGIN:VEVENT\nDTSTART:yesterday\nEND:VEVENT",
                "BEGIN:VEVENT\nUID:1\nDTSTART:20260316T090000Z\nRRULE:FREQ=OFTEN\nEND:VEVENT",
                "BEGIN:VEVENT\nUID:1"
            })
    void what_is_no_calendar_is_said_in_words(String body) throws IOException {
        Files.writeString(
                folder.resolve("bad.ics"), "BEGIN:VCALENDAR\n" + body + "\nEND:VCALENDAR\n");
        ShiftFeed.Answer answer = feed().read("bad.ics", ZoneOffset.UTC);
        if (answer instanceof ShiftFeed.Entries(List<ShiftFeed.Entry> entries)) {
            assertThat(entries).isEmpty();
        } else {
            assertThat(((ShiftFeed.Unreadable) answer).why()).contains("be understood");
        }
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(((ShiftFeed.Unreadable) feed().read("none.ics", ZoneOffset.UTC)).why())
                .contains("`none.ics`");
        assertThat(
                        ((ShiftFeed.Unreadable)
                                        feed().read("https://example.com/x.ics", ZoneOffset.UTC))
                                .remedy())
                .contains("an address is not fetched");
    }

    private static String repeating(String rule) {
        return """
        BEGIN:VEVENT
        UID:1
        DTSTART:20260316T090000Z
        DURATION:PT1H
        RRULE:%s
        SUMMARY:Ana
        END:VEVENT
        """
                .formatted(rule);
    }

    private List<ShiftFeed.Entry> entries(String body) throws IOException {
        ShiftFeed.Answer answer = read(body);
        assertThat(answer).isInstanceOf(ShiftFeed.Entries.class);
        return ((ShiftFeed.Entries) answer).entries();
    }

    private ShiftFeed.Unreadable unreadable(String body) throws IOException {
        ShiftFeed.Answer answer = read(body);
        assertThat(answer).isInstanceOf(ShiftFeed.Unreadable.class);
        return (ShiftFeed.Unreadable) answer;
    }

    private ShiftFeed.Answer read(String body) throws IOException {
        Files.writeString(
                folder.resolve("oncall.ics"),
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n" + body + "END:VCALENDAR\n");
        return feed().read("oncall.ics", ZoneId.of("Europe/Berlin"));
    }

    private IcalFeed feed() {
        return new IcalFeed(folder, InstantSource.fixed(NOW));
    }
}
