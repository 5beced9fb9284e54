package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What Slack refuses is not lost: whoever runs Muster sees it and sees to it, and nobody else. */
class LeftoverStory {
    @Test
    void admins_see_what_was_set_aside_and_why_and_try_it_again() {
        try (Story story = Story.beginWithAdmin("eli")) {
            Person ana = story.person("ana");
            Person eli = story.person("eli");
            ana.types(story.channel("general"), "/incident declare P1 Checkout is down");
            Channel room = story.soon("inc-1-checkout-is-down");
            story.card(room);
            story.settle();
            story.sandbox().faults().error("chat.postMessage", "restricted_action", 1);
            ana.types(room, "/incident note zanzibar");
            story.settle();
            eli.opensHome();
            story.eventually(
                    "Eli sees it", () -> eli.home().plainText().contains("Slack refused 1 thing"));
            assertThat(eli.home().plainText())
                    .contains("INC-1", "a message to its channel", "restricted_action")
                    .contains("Ask whoever administers the workspace")
                    .doesNotContain("zanzibar");
            ana.opensHome();
            story.eventually(
                    "Ana's Home is there", () -> ana.home().plainText().contains("Open incidents"));
            assertThat(ana.home().plainText()).doesNotContain("Slack refused");
            assertThat(ana.home().buttons()).doesNotContain("Try again", "Dealt with");

            eli.home().clicks("Try again");
            story.soon(room, "zanzibar");
            story.eventually(
                    "nothing is left", () -> !eli.home().plainText().contains("Slack refused"));
        }
    }

    @Test
    void what_was_said_by_hand_is_put_away() {
        try (Story story = Story.beginWithAdmin("eli")) {
            Person ana = story.person("ana");
            Person eli = story.person("eli");
            ana.types(story.channel("general"), "/incident declare P1 Checkout is down");
            Channel room = story.soon("inc-1-checkout-is-down");
            story.card(room);
            story.settle();
            story.sandbox().faults().error("chat.postMessage", "msg_too_long", 1);
            ana.types(room, "/incident note zanzibar");
            story.settle();
            eli.opensHome();
            story.eventually(
                    "Eli sees it", () -> eli.home().plainText().contains("say it by hand"));
            eli.home().clicks("Dealt with");
            story.eventually(
                    "nothing is left", () -> !eli.home().plainText().contains("Slack refused"));
            story.settle();
            assertThat(story.count(room, "zanzibar")).isZero();
        }
    }

    @Test
    void a_channel_that_was_refused_and_dealt_with_holds_up_nothing() {
        try (Story story = Story.beginWithAdmin("eli")) {
            Channel general = story.channel("general");
            Person ana = story.person("ana");
            Person eli = story.person("eli");
            story.sandbox().faults().error("conversations.create", "restricted_action", 5);
            ana.types(general, "/incident declare P1 No channel");
            story.settle();
            eli.opensHome();
            story.eventually("Eli sees it", () -> eli.home().buttons().contains("Dealt with"));
            eli.home().clicks("Dealt with");
            story.eventually(
                    "nothing is left", () -> !eli.home().plainText().contains("Slack refused"));
            ana.types(general, "/incident note INC-1 for the channel that is not there");
            story.push("PT4H");
            story.eventually("the reminder comes in person", () -> !reminders(story).isEmpty());
            story.settle();
            assertThat(reminders(story)).anyMatch(m -> !m.buttons().isEmpty());
            assertThat(ana.types(general, "/incident update INC-1 We know what it is").text())
                    .contains("is posted");
            story.settle();
            assertThat(reminders(story)).allMatch(m -> m.buttons().isEmpty());
        }
    }

    private static List<Message> reminders(Story story) {
        return story.sandbox().workspace().people().stream()
                .flatMap(person -> person.directMessages().stream())
                .filter(m -> m.plainText().contains("Reminder: Status update"))
                .toList();
    }
}
