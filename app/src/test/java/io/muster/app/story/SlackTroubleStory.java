package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.ApiCall;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Slack being slow, down or rate-limited is normal operation: nothing is lost, nothing is doubled.
 */
class SlackTroubleStory {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "conversations.create",
                "chat.postMessage",
                "conversations.invite",
                "pins.add",
                "chat.update"
            })
    void an_answer_that_is_lost_on_the_way_doubles_nothing(String method) {
        try (Story story = Story.begin()) {
            story.sandbox().faults().loseAnswer(method, 3);
            Channel room = declareAndAcknowledge(story);
            assertEverythingIsThereOnce(story, room);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conversations.create",
                "chat.postMessage",
                "conversations.invite",
                "chat.update"
            })
    void a_request_that_never_arrives_is_made_again(String method) {
        try (Story story = Story.begin()) {
            story.sandbox().faults().dropBeforeApply(method, 2);
            Channel room = declareAndAcknowledge(story);
            assertEverythingIsThereOnce(story, room);
        }
    }

    @Test
    void errors_of_the_server_and_answers_that_cannot_be_read_are_looked_into() {
        try (Story story = Story.begin()) {
            story.sandbox().faults().serverError("chat.postMessage", 503, 2);
            story.sandbox().faults().malformedJson("chat.postMessage", 2);
            story.sandbox().faults().serverError("conversations.create", 500, 1);
            Channel room = declareAndAcknowledge(story);
            assertEverythingIsThereOnce(story, room);
        }
    }

    @Test
    void a_wish_for_quiet_is_obeyed_by_that_method_and_by_no_other() {
        try (Story story = Story.begin()) {
            story.sandbox().faults().rateLimit("conversations.setTopic", Duration.ofSeconds(2), 1);
            Channel room = declareAndAcknowledge(story);
            assertEverythingIsThereOnce(story, room);
            assertThat(room.topic()).contains("Acknowledged");
        }
    }

    @Test
    void slack_never_has_to_say_slower() {
        try (Story story = Story.beginAtSlacksPace()) {
            Person ana = story.person("ana");
            for (int n = 1; n <= 3; n++) {
                ana.types(story.channel("general"), "/incident declare P0 Busy night " + n);
            }
            for (int n = 1; n <= 3; n++) {
                Channel room = story.soon("inc-" + n + "-busy-night-" + n);
                ana.types(room, "/incident ack");
                ana.types(room, "/incident note one");
                ana.types(room, "/incident note two");
                story.soon(room, "Note by @Ana Ruiz: two");
            }
            story.settle();
            assertThat(story.sandbox().calls()).extracting(ApiCall::httpStatus).doesNotContain(429);
        }
    }

    @Test
    void while_slack_is_down_everything_is_written_down_and_said_in_order_afterwards() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel room = declareAndAcknowledge(story);
            story.sandbox().faults().down(true);
            for (int i = 1; i <= 5; i++) {
                assertThat(ana.types(room, "/incident note number " + i).text()).contains("Noted");
            }
            story.push("PT3H");
            story.eventually("the clock went on", () -> missed(story) >= 1);
            story.sandbox().faults().down(false);
            story.soon(room, "number 5");
            story.settle();
            List<String> notes =
                    room.said().stream()
                            .map(m -> m.plainText())
                            .filter(t -> t.contains("number "))
                            .toList();
            assertThat(notes)
                    .extracting(t -> t.replaceAll(".*number ", ""))
                    .containsExactly("1", "2", "3", "4", "5");
            assertThat(story.count(room, "Status update of"))
                    .as("one reminder for all that was missed")
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_restart_while_slack_is_down_loses_nothing() {
        try (Story story = Story.begin()) {
            story.sandbox().faults().down(true);
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P0 Declared in the dark");
            story.restart();
            story.sandbox().faults().down(false);
            Channel room = story.soon("inc-1-declared-in-the-dark");
            story.settle();
            assertThat(story.card(room).plainText()).contains("Declared in the dark");
            assertThat(story.count(story.channel("incidents"), "Declared in the dark"))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_workspace_that_lets_no_app_open_channels_still_gets_its_incident() {
        try (Story story = Story.begin()) {
            story.sandbox().faults().error("conversations.create", "restricted_action", 5);
            Person ana = story.person("ana");
            assertThat(
                            ana.types(story.channel("general"), "/incident declare P1 No channel")
                                    .text())
                    .contains("INC-1");
            story.eventually(
                    "Ana is told",
                    () ->
                            ana.directMessages().stream()
                                    .anyMatch(m ->
                                            m.plainText()
                                                    .contains("its channel could not be opened")));
            assertThat(ana.types(story.channel("general"), "/incident ack INC-1").text())
                    .contains("You have acknowledged INC-1");
            story.settle();
            assertThat(
                            story.newest(story.channel("incidents"), "No channel")
                                    .orElseThrow()
                                    .plainText())
                    .contains("Acknowledged");
            story.push("PT4H");
            story.eventually(
                    "without a channel a reminder comes in person",
                    () ->
                            story.sandbox().workspace().people().stream()
                                    .flatMap(person -> person.directMessages().stream())
                                    .anyMatch(m ->
                                            m.plainText().contains("Reminder: Status update")));
        }
    }

    @Test
    void one_person_who_cannot_be_invited_does_not_keep_the_others_out() {
        try (Story story = Story.begin()) {
            story.sandbox().workspace().deactivate(story.person("cleo"));
            Person otto = story.person("otto");
            otto.types(story.channel("general"), "/incident declare P0 Somebody left");
            Channel room = story.soon("inc-1-somebody-left");
            story.eventually(
                    "the others are in", () -> room.has(story.person("ana")) && room.has(otto));
        }
    }

    @Test
    void a_card_that_somebody_deleted_is_posted_again() {
        try (Story story = Story.begin()) {
            Channel room = declareAndAcknowledge(story);
            story.sandbox().faults().error("chat.update", "message_not_found", 1);
            story.person("ana").types(room, "/incident phase containment start");
            story.settle();
            assertThat(story.newest(room, "Containment 0/5, since").isPresent()).isTrue();
        }
    }

    @Test
    void the_people_are_answered_at_once_even_if_slack_takes_its_time() {
        try (Story story = Story.begin()) {
            story.sandbox().faults().latency("chat.postMessage", Duration.ofSeconds(4));
            story.sandbox().faults().latency("conversations.create", Duration.ofSeconds(4));
            long start = System.nanoTime();
            story.person("ana").types(story.channel("general"), "/incident declare P0 Slow Slack");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void before_the_answer_to_a_command_slack_is_not_called() {
        try (Story story = Story.begin()) {
            story.settle();
            int before = story.sandbox().calls().size();
            story.sandbox().faults().down(true);
            assertThat(
                            story.person("ana")
                                    .types(story.channel("general"), "/incident declare P0 x")
                                    .text())
                    .contains("is declared");
            story.sandbox().faults().down(false);
            story.settle();
            assertThat(story.sandbox().calls().size()).isGreaterThan(before);
        }
    }

    private static Channel declareAndAcknowledge(Story story) {
        Person ana = story.person("ana");
        ana.types(story.channel("general"), "/incident declare P0 Trouble ahead");
        Channel room = story.soon("inc-1-trouble-ahead");
        story.card(room);
        ana.types(room, "/incident ack");
        story.soon(room, "Acknowledged by");
        story.settle();
        return room;
    }

    private static void assertEverythingIsThereOnce(Story story, Channel room) {
        assertThat(
                        story.sandbox().workspace().channels().stream()
                                .map(Channel::name)
                                .filter(n -> n.startsWith("inc-"))
                                .collect(Collectors.toList()))
                .containsExactly("inc-1-trouble-ahead");
        assertThat(story.count(room, "Acknowledged by @Ana Ruiz after")).isEqualTo(1);
        assertThat(room.said().stream().filter(m -> m.buttons().contains("Checklist"))).hasSize(1);
        assertThat(story.channel("incidents").said()).hasSize(1);
        assertThat(room.has(story.person("cleo"))).isTrue();
        assertThat(story.person("cleo").directMessages()).hasSize(1);
        assertThat(room.pins()).hasSize(1);
        assertThat(
                        story.sandbox().calls().stream()
                                .filter(c -> c.method().equals("auth.test"))
                                .map(ApiCall::method))
                .as("nobody is asked who we are again and again")
                .hasSizeLessThanOrEqualTo(1);
    }

    private static long missed(Story story) {
        return TestDatabase.number(
                story.database(), "select count(*) from obligation where state = 'MISSED'");
    }
}
