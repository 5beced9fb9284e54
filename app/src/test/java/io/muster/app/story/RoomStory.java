package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;
import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/** People archive, delete and rename an incident's channel, or take Muster out; it goes on. */
class RoomStory {
    private static final String ARCHIVED = "was archived by @Ana";

    @Test
    @Tag("M2")
    @Tag("F17")
    void when_the_channel_is_archived_everybody_is_told_once_and_reminders_come_in_person() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            Person cleo = story.person("cleo");
            ana.archives(room);
            story.eventually("she is told", () -> told(cleo, ARCHIVED) == 1);
            story.settle();
            assertThat(told(ana, ARCHIVED)).isEqualTo(1);
            assertThat(cleo.directMessages().getLast().buttons())
                    .contains("Open a new channel", "Catch up");

            story.push("PT1H5M");
            story.eventually("the reminder finds her", () -> told(cleo, "Status update") > 0);
            ana.types(story.channel("general"), "/incident update INC-1 The pool is full");
            story.eventually("the update finds her", () -> told(cleo, "The pool is full") == 1);
            story.settle();
            assertThat(told(cleo, ARCHIVED)).isEqualTo(1);
            assertThat(story.channel("general").said()).noneMatch(Message::isFromApp);
            assertNothingIsSetAside(story);
        }
    }

    @Test
    @Tag("M2")
    void a_channel_that_is_unarchived_is_used_again() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            Person cleo = story.person("cleo");
            ana.archives(room);
            story.eventually("she is told", () -> told(cleo, ARCHIVED) == 1);
            story.settle();
            ana.unarchives(room);
            story.soon(room, "This channel is in use again");
            story.eventually("Muster is in it", room::hasApp);
            story.eventually(
                    "the question has its answer", () -> told(cleo, "Work goes on in") == 1);
            ana.types(room, "/incident update The pool is full");
            story.soon(room, "The pool is full");
            story.settle();
            assertThat(told(cleo, "The pool is full")).as("said in one place").isZero();
            assertThat(room.pins()).as("the card is not doubled").hasSize(1);
            assertNothingIsSetAside(story);
        }
    }

    @Test
    @Tag("M2")
    void a_button_opens_another_channel_and_asking_twice_opens_one() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            Person cleo = story.person("cleo");
            ana.archives(room);
            story.eventually("they are told", () -> told(cleo, ARCHIVED) == 1);
            story.eventually("they are told", () -> told(ana, ARCHIVED) == 1);
            Message asked = cleo.directMessages().getLast();
            Message askedToo = ana.directMessages().getLast();
            cleo.clicks(asked, "Open a new channel");
            Reply late = ana.clicks(askedToo, "Open a new channel");
            Channel other = story.soon("inc-1-checkout-is-down-2");
            assertThat(late.error()).isEmpty();
            story.card(other);
            story.eventually("she is brought in", () -> other.has(cleo) && other.has(ana));
            story.eventually(
                    "the question has its answer", () -> told(cleo, "Work goes on in") == 1);
            story.settle();
            ana.types(other, "/incident note restarted the queue");
            story.soon(other, "restarted the queue");
            assertThat(story.sandbox().workspace().channels())
                    .filteredOn(c -> c.name().startsWith("inc-1"))
                    .hasSize(2);
            assertNothingIsSetAside(story);
        }
    }

    @Test
    @Tag("M2")
    @Tag("F17")
    void a_deleted_channel_is_replaced_and_everybody_hears_once_where_work_goes_on() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            Person cleo = story.person("cleo");
            ana.deletes(room);
            story.eventually(
                    "another one takes its place",
                    () -> others(story, room).stream().anyMatch(c -> !c.pins().isEmpty()));
            Channel other = others(story, room).getFirst();
            story.eventually("they are brought in", () -> other.has(cleo) && other.has(ana));
            story.eventually("she hears where", () -> told(cleo, "was deleted by @Ana") == 1);
            story.settle();
            assertThat(told(cleo, "Work goes on in #" + other.name())).isEqualTo(1);

            story.push("PT1H5M");
            story.soon(other, "Status update");
            assertThat(ana.types(other, "/incident timeline").error()).isEmpty();
            assertThat(timeline(ana)).contains("was deleted", "A new channel was asked for");
            assertNothingIsSetAside(story);
        }
    }

    @Test
    @Tag("M2")
    void what_was_refused_because_nobody_told_of_the_deletion_is_said_in_the_new_channel() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            story.sandbox().faults().loseDeliveries(1);
            ana.deletes(room);
            story.eventually("Slack told nobody", () -> story.sandbox().faults().haveLostAll());
            story.restart();
            ana.types(story.channel("general"), "/incident update INC-1 The pool is full");
            story.eventually(
                    "it is said in another one",
                    () -> others(story, room).stream().anyMatch(c -> said(c, "The pool is full")));
            story.settle();
            assertThat(others(story, room)).hasSize(1);
            Channel other = others(story, room).getFirst();
            Message card = story.card(other);
            assertThat(other.messages())
                    .filteredOn(m -> m.plainText().contains("The pool is full"))
                    .as("beside the card, which shows it as well")
                    .filteredOn(m -> !m.ts().equals(card.ts()))
                    .hasSize(1);
            assertNothingIsSetAside(story);
        }
    }

    @Test
    @Tag("M2")
    void muster_that_was_taken_out_says_so_and_comes_back_when_it_is_invited() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            Person cleo = story.person("cleo");
            ana.removesApp(room);
            story.sandbox()
                    .inbound()
                    .event(
                            Json.of(
                                    "{\"type\":\"member_left_channel\",\"user\":\"%s\",\"channel\":\"%s\","
                                                    .formatted(
                                                            story.sandbox().botUserId(), room.id())
                                            + "\"channel_type\":\"C\",\"team\":\"T0OURS\","
                                            + "\"event_ts\":\"1.000004\"}"))
                    .send();
            story.eventually("she is told", () -> told(cleo, "Muster was removed") == 1);
            ana.types(room, "/incident note nobody reads this there");
            story.eventually(
                    "it is said in person", () -> told(cleo, "nobody reads this there") == 1);
            assertThat(story.count(room, "nobody reads this there")).isZero();
            ana.invitesApp(room);
            story.soon(room, "This channel is in use again");
            story.settle();
            assertNothingIsSetAside(story);
        }
    }

    @Test
    @Tag("F02")
    void a_private_channel_that_muster_cannot_see_any_more_is_replaced_by_a_private_one() {
        try (Story story = Story.begin()) {
            Person otto = story.person("otto");
            otto.types(story.channel("general"), "/incident report A key leaked");
            Channel room = story.soon("sec-1");
            story.card(room);
            story.settle();
            Person sam = story.person("sam");
            sam.removesApp(room);
            sam.types(room, "/incident note who has it");
            Channel other = story.soon("sec-1-2");
            assertThat(other.isPrivate()).isTrue();
            story.soon(other, "who has it");
            story.eventually("they are in it", () -> other.has(sam) && other.has(otto));
            story.settle();
            assertNothingIsSetAside(story);
        }
    }

    @Test
    @Tag("M2")
    void a_renamed_channel_is_known_by_its_new_name() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            ana.renames(room, "checkout-war-room");
            story.eventually(
                    "it is in the record",
                    () -> timeline(ana).contains("Channel renamed to #checkout-war-room"));
            ana.types(room, "/incident note still here");
            story.soon(room, "still here");
        }
    }

    @Test
    @Tag("M2")
    void to_archive_the_channel_of_an_incident_that_is_over_is_housekeeping() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person ana = story.person("ana");
            ana.types(room, "/incident dismiss a false alarm");
            story.settle();
            int before = ana.directMessages().size();
            ana.archives(room);
            story.eventually("it is in the record", () -> timeline(ana).contains("was archived"));
            story.settle();
            assertThat(ana.directMessages()).hasSize(before);
            assertNothingIsSetAside(story);
        }
    }

    private static Channel declared(Story story) {
        story.person("ana")
                .types(story.channel("general"), "/incident declare P0 Checkout is down");
        Channel room = story.soon("inc-1-checkout-is-down");
        story.card(room);
        story.settle();
        return room;
    }

    private static List<Channel> others(Story story, Channel lost) {
        return story.sandbox().workspace().channels().stream()
                .filter(c -> c.name().startsWith("inc-1"))
                .filter(c -> !c.id().equals(lost.id()))
                .toList();
    }

    private static boolean said(Channel channel, String words) {
        return channel.messages().stream().anyMatch(m -> m.plainText().contains(words));
    }

    private static long told(Person person, String words) {
        return person.directMessages().stream().filter(m -> m.plainText().contains(words)).count();
    }

    private static String timeline(Person person) {
        person.types("/incident timeline INC-1");
        String shown = person.modal().orElseThrow().plainText();
        person.closesEverything();
        return shown;
    }

    private static void assertNothingIsSetAside(Story story) {
        assertThat(
                        TestDatabase.number(
                                story.database(),
                                "select count(*) from outbox where state = 'parked'"))
                .as("set aside for ever")
                .isZero();
    }
}
