package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.PersonSeed;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A guest of the workspace sees the incidents that they were brought into, and no other. */
class GuestStory {
    private static final String CANARY = "zanzibar-canary";

    @Test
    void a_guest_sees_nothing_of_an_incident_until_they_are_brought_into_it() {
        try (Story story = Story.begin()) {
            Channel room = declared(story);
            Person gus = guest(story);
            for (String verb : List.of("summary", "timeline", "ack", "resolve", "export")) {
                assertThat(gus.types("/incident " + verb + " INC-1").text())
                        .as(verb)
                        .contains("There is no incident here that you can see")
                        .doesNotContain(CANARY);
            }
            assertThat(gus.types("/incident list").text()).doesNotContain(CANARY, "INC-1");
            gus.opensHome();
            story.eventually(
                    "their Home is published",
                    () -> gus.home().plainText().contains("Open incidents"));
            assertThat(gus.home().plainText()).doesNotContain(CANARY);
            story.person("ana").invites(room, gus);
            story.eventually(
                    "they see what they were brought into",
                    () -> gus.types("/incident list").text().contains(CANARY));
            assertThat(gus.types("/incident summary INC-1").text()).contains(CANARY);
        }
    }

    @Test
    void home_is_the_first_thing_that_a_guest_opens_and_shows_them_nothing() {
        try (Story story = Story.begin()) {
            declared(story);
            Person gus = guest(story);
            gus.opensHome();
            story.eventually(
                    "their Home is published",
                    () -> gus.home().plainText().contains("Open incidents"));
            assertThat(gus.home().plainText()).doesNotContain(CANARY);
        }
    }

    @Test
    void a_guest_who_becomes_a_member_sees_what_members_see() {
        try (Story story = Story.begin()) {
            declared(story);
            Person gus = guest(story);
            assertThat(gus.types("/incident list").text()).doesNotContain(CANARY);
            story.sandbox().workspace().standing(gus, PersonSeed.Standing.MEMBER);
            story.eventually(
                    "Slack has told it", () -> gus.types("/incident list").text().contains(CANARY));
            story.sandbox().workspace().standing(gus, PersonSeed.Standing.SINGLE_CHANNEL_GUEST);
            story.eventually(
                    "and of the way back",
                    () -> !gus.types("/incident list").text().contains(CANARY));
            story.restart();
            assertThat(gus.types("/incident list").text()).doesNotContain(CANARY);
        }
    }

    private static Channel declared(Story story) {
        story.person("ana").types(story.channel("general"), "/incident declare P1 " + CANARY);
        Channel room = story.soon("inc-1-" + CANARY);
        story.card(room);
        return room;
    }

    private static Person guest(Story story) {
        return story.sandbox()
                .workspace()
                .addPerson(
                        PersonSeed.of("gus", "Gus Farr", "Contractor")
                                .as(PersonSeed.Standing.GUEST));
    }
}
