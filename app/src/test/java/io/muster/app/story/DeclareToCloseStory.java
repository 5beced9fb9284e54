package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/** The main job, end to end: from the first word to the closed file, on both transports. */
class DeclareToCloseStory {
    @ParameterizedTest
    @EnumSource(Transport.class)
    @Tag("M1")
    @Tag("M2")
    @Tag("M3")
    @Tag("M5")
    @Tag("M7")
    @Tag("F06")
    @Tag("F08")
    @Tag("F09")
    @Tag("F11")
    @Tag("F17")
    @Tag("F21")
    void an_incident_under_the_first_program(Transport transport) {
        try (Story story = Story.begin("featuresignals", transport)) {
            new Walk(story, "P0", "Containment", "Investigation", List.of("cleo"), 24).go();
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    @Tag("M3")
    @Tag("S02")
    @Tag("S09")
    void an_incident_under_the_second_program(Transport transport) {
        try (Story story = Story.begin("soc2-irp-001", transport)) {
            new Walk(story, "P1", "Contain", "Eradicate", List.of("ciro", "eli", "lena", "ben"), 72)
                    .go();
        }
    }

    /** The path that a person walks, the same under every policy but for its words. */
    private record Walk(
            Story story,
            String severity,
            String first,
            String second,
            List<String> called,
            int watchInHours) {
        void go() {
            Person ana = story.person("ana");
            Channel room = declare(ana);
            Message card = story.card(room);
            acknowledge(ana, room, card);
            workOnTwoPhasesAtOnce(ana, room);
            beRemindedAndEscalated(ana, room);
            resolveAndClose(ana, room);
            seeItAllInTheTimeline(ana, room);
        }

        private Channel declare(Person ana) {
            Reply reply =
                    ana.types(
                            story.channel("general"),
                            "/incident declare " + severity + " Checkout is down");
            assertThat(reply.text()).contains("INC-1", "is declared");
            Channel room = story.soon("inc-1-checkout-is-down");
            Message announcement = story.soon(story.soon("incidents"), "#inc-1-checkout-is-down");
            assertThat(announcement.plainText()).contains(severity, "Checkout is down");
            story.settle();
            assertThat(room.isPrivate()).isFalse();
            assertThat(room.members()).contains(ana.id());
            for (String handle : called) {
                assertThat(room.members()).contains(story.person(handle).id());
                assertThat(story.person(handle).directMessages())
                        .anyMatch(m -> m.plainText().contains("You are called"));
            }
            assertThat(room.topic()).isEqualTo(severity + " · Reported · INC-1");
            return room;
        }

        private void acknowledge(Person ana, Channel room, Message card) {
            assertThat(card.buttons())
                    .contains(
                            "Acknowledge",
                            "Confirm",
                            "Dismiss",
                            "Escalate",
                            "Assign roles",
                            "Checklist",
                            "Notices",
                            "Start " + first);
            assertThat(card.menu()).contains("Change severity", "Who must know");
            ana.clicks(card, "Acknowledge");
            story.soon(room, "Acknowledged by @Ana Ruiz");
            story.settle();
            assertThat(story.card(room).buttons())
                    .doesNotContain("Acknowledge")
                    .contains("Post update", "Resolve");
            for (Message call : story.person(called.getFirst()).directMessages()) {
                assertThat(call.buttons()).as("answered calls have no buttons").isEmpty();
            }
        }

        private void workOnTwoPhasesAtOnce(Person ana, Channel room) {
            ana.types(room, "/incident assign comms @dora");
            story.soon(room, "@Dora Quinn is now Communications lead");
            ana.clicks(story.card(room), "Start " + first);
            ana.clicks(story.card(room), "Start " + second);
            story.soon(room, second + " started by @Ana Ruiz");
            story.settle();
            assertThat(story.card(room).buttons()).contains("Finish " + first, "Finish " + second);
            assertThat(story.card(room).plainText()).contains("Confirmed");
        }

        private void beRemindedAndEscalated(Person ana, Channel room) {
            story.push("PT60M");
            Message reminder = story.soon(room, "Reminder: Status update");
            assertThat(reminder.plainText()).contains("@Dora Quinn");
            assertThat(reminder.buttons()).contains("Post update", "Snooze 15 min");
            story.push("PT10M");
            story.soon(room, "Escalation: Status update");
            ana.types(room, "/incident update Database failover under way");
            story.soon(room, "Database failover under way");
            story.settle();
            Message answered = story.newest(room, "Reminder: Status update").orElseThrow();
            assertThat(answered.buttons()).as("an answered reminder").isEmpty();
            assertThat(answered.plainText()).contains("Done by @Ana Ruiz, late");
            story.push("PT50M");
            story.settle();
            assertThat(story.count(room, "Reminder: Status update"))
                    .as("an update starts the clock anew")
                    .isEqualTo(1);
        }

        private void resolveAndClose(Person ana, Channel room) {
            ana.clicks(story.card(room), "Resolve");
            story.soon(room, "Resolved by @Ana Ruiz");
            story.settle();
            Reply early = ana.types(room, "/incident close");
            assertThat(early.text()).contains("Not yet", "stable for", "It can be closed in");
            story.push("PT" + (watchInHours - 1) + "H");
            assertThat(ana.types(room, "/incident close").text()).contains("in 1 h");
            story.push("PT1H");
            story.soon(room, "has been stable long enough");
            assertThat(ana.types(room, "/incident close").text()).contains("INC-1 is closed");
            story.soon(room, "Closed by @Ana Ruiz");
            story.settle();
            assertThat(story.channel("incidents").messages())
                    .filteredOn(m -> m.plainText().contains("INC-1"))
                    .filteredOn(m -> !m.plainText().contains("Owed to the plan"))
                    .as("one announcement, edited for life")
                    .hasSize(1)
                    .first()
                    .satisfies(m -> assertThat(m.plainText()).contains("Closed"));
        }

        private void seeItAllInTheTimeline(Person ana, Channel room) {
            ana.types(room, "/incident timeline");
            assertThat(everyPage(ana))
                    .contains(
                            "Declared as " + severity,
                            "Acknowledged",
                            "Closed after the stability watch — @Ana Ruiz",
                            first + " started",
                            second + " started",
                            "Dora Quinn became Communications lead");
        }

        private String everyPage(Person ana) {
            StringBuilder pages = new StringBuilder(ana.modal().orElseThrow().plainText());
            while (ana.modal().orElseThrow().buttons().contains("Earlier")) {
                String page = ana.modal().orElseThrow().plainText();
                ana.clicksIn(ana.modal().orElseThrow(), "Earlier");
                story.eventually(
                        "the earlier page",
                        () -> !ana.modal().orElseThrow().plainText().equals(page));
                pages.append(ana.modal().orElseThrow().plainText());
            }
            return pages.toString();
        }
    }
}
