package io.muster.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What a picture of an incident's course shows, and what it says to whoever cannot see it. */
class TimelinePictureTest {
    @Test
    void one_entry_is_a_picture_too() {
        TimelinePicture picture = new Course("Checkout is down", false).picture();
        assertThat(Duration.between(picture.from(), picture.until()))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(words(picture)).first().isEqualTo("Declared as P0");
        assertThat(new TimelineWords(picture).alt())
                .startsWith("Timeline of INC-42 · P0 · Checkout is down. Declared 2026-03-04 10:00")
                .contains("0 s ago", "0 status updates");
    }

    @Test
    @Tag("F08")
    void the_turning_points_are_shown_however_much_is_noted_beside_them() {
        Course course = new Course("Checkout is down", false);
        course.after("PT4M").does(new IncidentCommand.Acknowledge());
        for (int i = 1; i <= 200; i++) {
            course.after("PT30S").notes("finding " + i);
        }
        course.does(
                        new IncidentCommand.ChangeSeverity(
                                new SeverityName("P1"), new FreeText("fewer are hit")))
                .after("PT1H")
                .does(new IncidentCommand.Resolve(new FreeText("rolled back")));
        TimelinePicture picture = course.picture();
        List<String> said = words(picture);
        assertThat(said)
                .hasSizeLessThanOrEqualTo(KeyMoments.MOST)
                .contains(
                        "Declared as P0",
                        "Acknowledged",
                        "Lowered from P0 to P1: fewer are hit",
                        "Resolved: rolled back");
        assertThat(picture.others()).isEqualTo(picture.entries().size() - said.size());
        assertThat(picture.moments()).extracting(KeyMoment::at).isSorted();
    }

    @Test
    void the_axis_ends_when_it_was_resolved() {
        Course course = new Course("Checkout is down", false);
        course.after("PT4M").does(new IncidentCommand.Acknowledge());
        course.after("PT2H").does(new IncidentCommand.Resolve(new FreeText("mended")));
        course.after("P3D").notes("still fine");
        TimelinePicture picture = course.picture();
        assertThat(Duration.between(picture.from(), picture.until()))
                .isEqualTo(Duration.ofMinutes(124));
        assertThat(picture.isAfter(picture.entries().getLast())).isTrue();
        assertThat(new TimelineWords(picture).alt())
                .contains("acknowledged after 4 min", "resolved after 2 h 4 min")
                .contains("met in time");
    }

    @Test
    void an_open_incident_reaches_until_now_and_says_what_was_late() {
        Course course = new Course("Checkout is down", false).after("PT9H");
        TimelinePicture picture = course.picture();
        assertThat(picture.until()).isEqualTo(picture.now());
        assertThat(picture.promises())
                .extracting(TimelinePicture.Promise::kept)
                .contains(TimelinePicture.Kept.LATE);
        assertThat(new TimelineWords(picture).clocks()).doesNotContain(" 0 late");
    }

    @Test
    void the_words_stay_within_what_slack_takes() {
        Course course = new Course("\uD83D\uDD25".repeat(1_400), true);
        for (int i = 0; i < 40; i++) {
            course.after("PT1M").notes("x");
        }
        TimelineWords said = new TimelineWords(course.picture());
        assertThat(said.alt()).hasSizeLessThanOrEqualTo(Cut.MOST).contains("Drill");
        assertThat(said.title().codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    }

    private static List<String> words(TimelinePicture picture) {
        return picture.moments().stream().map(m -> m.what().plain(PersonId::value)).toList();
    }
}
