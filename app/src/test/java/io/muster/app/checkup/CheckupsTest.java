package io.muster.app.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class CheckupsTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "PT0.4S, PT0.1S, OK, 'Slack''s clock agrees with this machine''s'",
        "PT2.5S, PT1S, OK, 'Slack''s clock agrees with this machine''s'",
        "PT30S, PT1S, WARN, 'Slack''s clock is 30 s ahead of this machine''s; let both'",
        "PT-5M, PT1S, DO, 'Slack''s clock is 5 min behind this machine''s: let both be set by NTP'"
    })
    void clocks_may_differ_by_as_much_as_asking_takes_and_a_little_more(
            Duration ahead, Duration exact, Finding.Mark mark, String words) {
        Finding finding = ClockCheckup.compare("Slack's clock", ahead, exact);
        assertThat(finding.mark()).isEqualTo(mark);
        assertThat(finding.words()).startsWith(words);
    }

    @Test
    void a_home_that_can_be_written_to_is_left_as_it_was() throws IOException {
        assertThat(HomeCheckup.examine(folder))
                .singleElement()
                .satisfies(f -> assertThat(f.words()).contains("can be written to", "free"));
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_home_that_is_not_there_yet_is_not_made_by_looking() {
        Path later = folder.resolve("later").resolve("home");
        assertThat(HomeCheckup.examine(later))
                .allMatch(f -> f.words().contains("can be written to"));
        assertThat(later.getParent()).doesNotExist();
    }

    @Test
    void a_home_where_nothing_can_be_written_is_to_be_changed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path home : new Path[] {file, file.resolve("home")}) {
            assertThat(HomeCheckup.examine(home))
                    .singleElement()
                    .satisfies(f -> {
                        assertThat(f.mark()).isEqualTo(Finding.Mark.DO);
                        assertThat(f.words()).contains("cannot be written to", "MUSTER_HOME");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"50000000000, OK", "900000000, WARN", "100000000, DO"})
    void little_room_is_told_before_there_is_none(long free, Finding.Mark mark) {
        assertThat(HomeCheckup.space(folder, free).mark()).isEqualTo(mark);
    }
}
