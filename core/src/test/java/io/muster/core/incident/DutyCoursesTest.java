package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.obligation.Obligation;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.NotificationRule;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What becomes of the clocks of law and contract as an incident goes on, against a table. */
class DutyCoursesTest {
    /** One line of the table. */
    record Course(String policy, String steps, List<String> clocks) {
        @Override
        public String toString() {
            return policy + " | " + steps + " | " + String.join(", ", clocks);
        }
    }

    @ParameterizedTest
    @Tag("F15")
    @Tag("F19")
    @Tag("F27")
    @Tag("S10")
    @MethodSource("courses")
    void the_clocks_run_as_the_table_says(Course course) {
        Scene scene = DutyCourse.play(course.policy(), course.steps());
        List<String> found = new ArrayList<>();
        for (String clock : course.clocks()) {
            String duty = clock.split(" ")[0];
            assertThat(scene.policy().notifications().duty(new DutyName(duty)))
                    .as(duty)
                    .isPresent();
            Optional<Instant> due =
                    scene.incident()
                            .obligations()
                            .open(new DutyName(duty).clock())
                            .map(Obligation::due);
            found.add(duty + " " + due.map(Instant::toString).orElse("-"));
        }
        assertThat(found).isEqualTo(course.clocks());
    }

    /** No law and no promise that ships without a course that shows its clock at work. */
    @Test
    @Tag("F19")
    @Tag("S10")
    void every_duty_that_ships_has_a_course() {
        List<String> shown =
                courses().stream()
                        .flatMap(c -> c.clocks().stream())
                        .map(c -> c.split(" ")[0])
                        .toList();
        List<String> duties = new ArrayList<>();
        Yaml.laws().laws().forEach(law -> duties.addAll(names(law.duties())));
        for (String policy : List.of("fs", "irp")) {
            duties.addAll(names(DutyCourse.scene(policy).policy().notifications().duties()));
        }
        assertThat(shown).containsAll(duties);
    }

    static List<Course> courses() {
        try (InputStream in =
                DutyCoursesTest.class.getResourceAsStream("/io/muster/core/duty/courses.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(cells -> new Course(cells[0], cells[1], List.of(cells[2].split(", "))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(List<NotificationRule> duties) {
        return duties.stream().map(d -> d.name().value()).toList();
    }
}
