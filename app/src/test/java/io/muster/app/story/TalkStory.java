package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Shortcuts, pushpins, mentions, late-comers, followers, and command that changes hands. */
class TalkStory {
    @Test
    @Tag("F07")
    void a_pushpin_puts_a_message_into_the_timeline_and_taking_it_off_withdraws_it() {
        try (Story story = Story.begin()) {
            Channel room = room(story);
            Person ana = story.person("ana");
            Person ben = story.person("ben");
            joins(story, ben, room);
            Message said = ben.says(room, "The pool is empty <& nobody> saw it");
            ana.reacts(said, "pushpin");
            story.eventually("it is read", () -> count(story, "message-read") == 1);
            ben.reacts(said, "pushpin");
            ben.reacts(said, "eyes");
            ben.unreacts(said, "pushpin");
            story.settle();
            assertThat(count(story, "message-marked")).isEqualTo(1);
            assertThat(count(story, "message-withdrawn")).isZero();
            assertThat(timeline(ana, room))
                    .contains("the message of @" + ben.name())
                    .contains("“The pool is empty <& nobody> saw it”")
                    .contains(said.permalink());
            ana.unreacts(said, "pushpin");
            story.eventually("it is withdrawn", () -> count(story, "message-withdrawn") == 1);
            assertThat(timeline(ana, room))
                    .contains("In the timeline: the message of @" + ben.name())
                    .contains("Withdrawn from the timeline: the message of @" + ben.name());
        }
    }

    @Test
    @Tag("F07")
    void a_message_of_another_channel_is_added_to_the_incident_that_is_chosen() {
        try (Story story = Story.begin()) {
            Channel room = room(story);
            Person ana = story.person("ana");
            Message said = ana.says(story.channel("general"), "The queue grows since nine");
            ana.usesMessageShortcut(said, "timeline-message");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("The queue grows since nine");
            ana.submits(
                    ana.modal().orElseThrow(),
                    Map.of("Which incident?", "P1 INC-1 Checkout is down"));
            story.soon(room, "The queue grows since nine");
            Message here = ana.says(room, "Restarted the queue");
            ana.usesMessageShortcut(here, "timeline-message");
            story.eventually("both are there", () -> count(story, "message-marked") == 2);
            assertThat(timeline(ana, room))
                    .contains("“Restarted the queue”")
                    .contains(said.permalink());
        }
    }

    @Test
    @Tag("F01")
    void an_incident_is_declared_from_a_message_which_is_linked_and_answered_in_its_thread() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Message said =
                    ana.says(story.channel("general"), "Checkout is down\nAll shops, since 9");
            ana.usesMessageShortcut(said, "declare-message");
            assertThat(ana.modal().orElseThrow().value("What is wrong?").toString())
                    .contains("Checkout is down");
            assertThat(ana.modal().orElseThrow().value("What is happening?").toString())
                    .contains("All shops, since 9");
            ana.submits(ana.modal().orElseThrow(), Map.of("How grave is it?", "P1"));
            Channel room = story.soon("inc-1-checkout-is-down");
            story.eventually("it is answered", () -> !replies(said).isEmpty());
            assertThat(replies(said).getFirst().plainText())
                    .contains("INC-1")
                    .contains("was declared from this message")
                    .contains("#" + room.name());
            story.settle();
            ana.closesEverything();
            assertThat(timeline(ana, room))
                    .contains("Declared from a message")
                    .contains(said.permalink());
            ana.closesEverything();
            ana.usesShortcut("declare-incident");
            assertThat(ana.modal().orElseThrow().title()).isEqualTo("Declare an incident");
        }
    }

    @Test
    @Tag("F01")
    void the_answer_below_a_message_is_not_given_twice_when_slacks_own_is_lost() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel general = story.channel("general");
            ana.invitesApp(general);
            Message said = ana.says(general, "Checkout is down");
            ana.usesMessageShortcut(said, "declare-message");
            story.sandbox().faults().loseAnswer("chat.postMessage", 50);
            ana.submits(ana.modal().orElseThrow(), Map.of("How grave is it?", "P1"));
            story.eventually("it is answered", () -> !replies(said).isEmpty());
            story.settle();
            assertThat(replies(said)).hasSize(1);
        }
    }

    @Test
    @Tag("F18")
    void nothing_is_said_below_a_message_that_another_organisation_reads() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel shared = story.channel("general");
            shared.sharesWithAnotherOrganisation();
            Message said = ana.says(shared, "Your checkout is down");
            ana.usesMessageShortcut(said, "declare-message");
            ana.submits(ana.modal().orElseThrow(), Map.of("How grave is it?", "P1"));
            Channel room = story.soon("inc-1-your-checkout-is-down");
            story.card(room);
            story.settle();
            assertThat(replies(said)).isEmpty();
            assertThat(shared.said()).noneMatch(Message::isFromApp);
            ana.closesEverything();
            assertThat(timeline(ana, room))
                    .contains("Declared from a message")
                    .contains(said.permalink());
        }
    }

    @Test
    @Tag("F08")
    void a_message_becomes_an_action_item() {
        try (Story story = Story.begin()) {
            Channel room = room(story);
            Person ana = story.person("ana");
            Message said = ana.says(room, "Alarm on the size of the pool");
            ana.usesMessageShortcut(said, "action-message");
            assertThat(ana.modal().orElseThrow().title()).isEqualTo("INC-1 action item");
            assertThat(ana.modal().orElseThrow().json().toString())
                    .contains("Alarm on the size of the pool")
                    .contains(said.permalink());
            ana.closesEverything();
            Message elsewhere = ana.says(story.channel("general"), "And one on the queue");
            ana.usesMessageShortcut(elsewhere, "action-message");
            ana.submits(
                    ana.modal().orElseThrow(),
                    Map.of("Which incident?", "P1 INC-1 Checkout is down"));
            assertThat(ana.modal().orElseThrow().json().toString())
                    .contains("And one on the queue");
        }
    }

    @Test
    @Tag("F27")
    void whoever_calls_its_name_is_answered_in_the_thread() {
        try (Story story = Story.begin()) {
            Channel room = room(story);
            Person ana = story.person("ana");
            Message asked = ana.says(room, "@muster what now?");
            story.eventually("it answers", () -> !replies(asked).isEmpty());
            assertThat(replies(asked).getFirst().plainText()).contains("What can be done next");
            assertThat(replies(asked).getFirst().buttons()).contains("Acknowledge");
            Channel general = story.channel("general");
            ana.invitesApp(general);
            Message lost = ana.says(general, "@muster help");
            story.eventually("it answers there", () -> !replies(lost).isEmpty());
            assertThat(replies(lost).getFirst().plainText()).contains("/incident declare");
            assertThat(replies(lost).getFirst().buttons()).contains("Declare an incident");
            assertThat(replies(lost)).hasSize(1);
        }
    }

    @Test
    @Tag("F27")
    void who_comes_late_is_caught_up_once_and_alone() {
        try (Story story = Story.begin()) {
            Channel room = room(story);
            Person kim = story.person("kim");
            story.person("ana").types(room, "/incident update One node of the pool is gone");
            story.soon(room, "One node of the pool is gone");
            joins(story, kim, room);
            story.eventually("they is welcomed", () -> welcomes(kim, room) == 1);
            String welcome = kim.ephemerals(room).getFirst().plainText();
            assertThat(welcome)
                    .contains("Checkout is down")
                    .contains("One node of the pool is gone")
                    .contains("Commander")
                    .contains("What you can do");
            assertThat(welcomes(story.person("ana"), room)).isZero();
            kim.leaves(room);
            kim.joins(room);
            kim.types(room, "/incident summary");
            story.settle();
            assertThat(welcomes(kim, room)).isEqualTo(1);
            assertThat(kim.ephemerals(room).getLast().plainText()).contains("Status");
        }
    }

    @Test
    @Tag("F16")
    void who_follows_hears_in_person_until_they_stop() {
        try (Story story = Story.begin()) {
            Channel room = room(story);
            Person kim = story.person("kim");
            kim.types(story.channel("general"), "/incident subscribe INC-1");
            story.person("ana").types(room, "/incident update The pool is back");
            story.eventually(
                    "they hears of it",
                    () ->
                            kim.directMessages().stream()
                                    .anyMatch(m -> m.plainText().contains("The pool is back")));
            kim.clicks(kim.directMessages().getLast(), "Unsubscribe");
            story.eventually("it is recorded", () -> count(story, "incident-unfollowed") == 1);
            int before = kim.directMessages().size();
            story.person("ana").types(room, "/incident severity P2 less");
            story.soon(room, "P2");
            story.settle();
            assertThat(kim.directMessages()).hasSize(before);
        }
    }

    @Test
    @Tag("F04")
    void command_is_handed_over_with_what_is_open_and_taken_with_a_button() {
        try (Story story = Story.begin()) {
            Channel room = room(story);
            Person ana = story.person("ana");
            Person ben = story.person("ben");
            ana.types(room, "/incident assign commander @ana");
            ana.types(room, "/incident handover @ben watch the pool");
            story.soon(room, "The command is offered to @" + ben.name());
            story.eventually(
                    "he is asked",
                    () ->
                            ben.directMessages().stream()
                                    .anyMatch(m -> m.buttons().contains("I take command")));
            Message asked = ben.directMessages().getLast();
            assertThat(asked.plainText()).contains("watch the pool").contains("Status update, due");
            assertThat(story.card(room).plainText()).contains("@" + ana.name());
            ben.clicks(asked, "I take command");
            story.eventually(
                    "the card says so",
                    () -> story.card(room).plainText().contains("Commander\n@" + ben.name()));
            story.settle();
            assertThat(ben.directMessages().getLast().buttons()).doesNotContain("I take command");
            assertThat(timeline(ana, room))
                    .contains("@" + ben.name() + " took the command from @" + ana.name());
        }
    }

    private static Channel room(Story story) {
        Person ana = story.person("ana");
        ana.types(story.channel("general"), "/incident declare P1 Checkout is down");
        Channel room = story.soon("inc-1-checkout-is-down");
        story.card(room);
        story.settle();
        return room;
    }

    private static void joins(Story story, Person person, Channel channel) {
        if (!channel.has(person)) {
            person.joins(channel);
            story.settle();
        }
    }

    private static List<Message> replies(Message message) {
        return message.replies().stream().filter(Message::isFromApp).toList();
    }

    private static String timeline(Person person, Channel room) {
        person.types(room, "/incident timeline");
        String shown = person.modal().orElseThrow().plainText();
        person.closesEverything();
        return shown;
    }

    private static long welcomes(Person person, Channel room) {
        return person.ephemerals(room).stream()
                .filter(m -> m.plainText().contains("Welcome"))
                .count();
    }

    private static long count(Story story, String type) {
        return TestDatabase.number(
                story.database(), "select count(*) from journal where type = '" + type + "'");
    }
}
