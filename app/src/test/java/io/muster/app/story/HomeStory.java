package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The app's Home, from nothing at all to the worst day. */
class HomeStory {
    private static final int MANY = 200;

    @Test
    @Tag("F27")
    void on_a_quiet_day_the_home_says_so_kindly() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.opensHome();
            story.eventually("it is there", () -> ana.home().isPublished());
            assertThat(ana.home().plainText())
                    .contains("Nothing waits for you right now.")
                    .contains("None runs. Nothing is late.")
                    .contains("None. All quiet.");
            assertThat(ana.home().buttons())
                    .contains("Declare an incident")
                    .noneMatch(label -> label.startsWith("Show all"));
        }
    }

    @Test
    @Tag("F27")
    void what_waits_for_the_reader_stands_above_the_clocks_and_these_above_what_is_open() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Person otto = story.person("otto");
            otto.types(story.channel("general"), "/incident declare P2 Slow search");
            otto.types(story.channel("general"), "/incident declare P1 Checkout is down");
            var room = story.soon("inc-2-checkout-is-down");
            ana.types(room, "/incident ack");
            ana.types(room, "/incident assign commander @ana");
            otto.types(story.channel("general"), "/incident report odd login");
            ana.opensHome();
            story.eventually("it is there", () -> ana.home().plainText().contains("Clocks"));
            String home = ana.home().plainText();
            assertThat(ana.home().buttons()).startsWith("Declare an incident");
            assertThat(home)
                    .containsSubsequence(
                            "Assigned to you",
                            "P1 INC-2 Checkout is down",
                            "Clocks",
                            "left",
                            "Open incidents",
                            "P1 INC-2 Checkout is down",
                            "P2 INC-1 Slow search",
                            "On call now",
                            "My action items");
            String clocks = home.substring(home.indexOf("Clocks"), home.indexOf("Open incidents"));
            assertThat(clocks).containsSubsequence("INC-2", "INC-1");
            Person kim = story.person("kim");
            kim.opensHome();
            story.eventually("theirs is there", () -> kim.home().isPublished());
            assertThat(kim.home().plainText()).doesNotContain("odd login");
        }
    }

    @Test
    @Tag("F27")
    void two_hundred_open_incidents_fit_and_none_of_them_is_out_of_reach() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            String title = "<!channel> & ".repeat(12);
            for (int n = 1; n <= MANY; n++) {
                ana.types(story.channel("general"), "/incident declare P1 " + n + " " + title);
            }
            for (int n = 1; n <= 12; n++) {
                ana.types(
                        story.channel("general"),
                        "/incident action INC-1 add Alarm number "
                                + n
                                + " wakes the person on call within a minute @ana by 2031-01-01");
            }
            ana.opensHome();
            story.eventually(
                    "it is there",
                    () -> ana.home().plainText().contains("Open incidents (" + MANY + ")"));
            assertThat(ana.home().blocks().size()).isLessThanOrEqualTo(100);
            assertThat(ana.home().plainText())
                    .contains("… and 185 more")
                    .doesNotContain("@channel");
            ana.home().clicks("Show all " + MANY);
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("INC-1 ")
                    .contains("INC-200 ");
            ana.closesEverything();
        }
    }
}
