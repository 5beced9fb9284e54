package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** What people do by hand, and what they are not offered. */
class ByHandStory {
    @Test
    @Tag("S04")
    void who_told_somebody_outside_slack_says_so_below_the_reminder() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Database breached");
            Channel room = story.soon("inc-1-database-breached");
            story.card(room);
            story.push("PT70M");
            Message reminder = story.soon(room, "Tell All affected staff");
            assertThat(reminder.buttons()).contains("I have told them", "Who must know");
            ana.clicks(reminder, "I have told them");
            story.eventually("the form is open", () -> ana.modal().isPresent());
            Modal form = ana.modal().orElseThrow();
            assertThat(form.title()).isEqualTo("Told by hand");
            ana.submits(
                    form, Map.of("How did you tell them?", "phone chain, 9:40, all 12 <teams>"));
            assertThat(ana.modal()).as("there was no sheet to go back to").isEmpty();
            story.soon(room, "phone chain, 9:40, all 12 <teams>");
            ana.types(room, "/incident matrix");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("All affected staff · told by hand by @Ana Ruiz");
            story.eventually(
                    "the reminder is answered",
                    () ->
                            story.newest(room, "Tell All affected staff")
                                    .filter(m -> m.buttons().isEmpty())
                                    .isPresent());
        }
    }

    @Test
    @Tag("F05")
    @Tag("F09")
    void a_call_that_went_before_the_channel_is_given_its_link() {
        try (Story story = Story.begin()) {
            story.sandbox().faults().latency("conversations.create", Duration.ofSeconds(2));
            story.person("ana")
                    .types(story.channel("general"), "/incident declare P0 Checkout is down");
            Person cleo = story.person("cleo");
            story.eventually("cleo is called", () -> !cleo.directMessages().isEmpty());
            assertThat(cleo.directMessages().getLast().plainText())
                    .contains("Its channel is being opened");
            Channel room = story.soonStartingWith("inc-1");
            story.eventually(
                    "the call says where to go",
                    () ->
                            cleo.directMessages()
                                    .getLast()
                                    .plainText()
                                    .contains("Work together in #" + room.name()));
            assertThat(cleo.directMessages().getLast().buttons()).contains("Acknowledge");
            assertThat(cleo.directMessages()).hasSize(1);
        }
    }

    @Test
    @Tag("F18")
    @Tag("S11")
    void whoever_wrote_a_notice_is_not_asked_to_approve_it() {
        try (Story story = Story.begin()) {
            Person lena = story.person("lena");
            lena.types(story.channel("general"), "/incident declare P1 Search is slow");
            Channel room = story.soonStartingWith("inc-1");
            story.card(room);
            lena.types(room, "/incident draft other");
            story.eventually("the form is open", () -> lena.modal().isPresent());
            lena.submits(
                    lena.modal().orElseThrow(),
                    Map.of(
                            "To whom?",
                            "Our partners",
                            "By which way?",
                            "mail",
                            "Subject",
                            "Search is slow",
                            "Text",
                            "Search is slow. We are on it.",
                            "When this is saved",
                            "Ask for review at once"));
            lena.closesEverything();
            lena.types(room, "/incident approve N-1");
            assertThat(lena.modal().orElseThrow().plainText())
                    .contains("You wrote these words, so somebody else approves them");
            assertThat(lena.modal().orElseThrow().buttons())
                    .contains("Edit", "Withdraw")
                    .doesNotContain("Approve", "Ask for changes");
            lena.closesEverything();
            Person dora = story.person("dora");
            dora.types(room, "/incident approve N-1");
            assertThat(dora.modal().orElseThrow().buttons()).contains("Approve");
        }
    }

    @Test
    @Tag("F10")
    @Tag("F21")
    void what_is_closed_offers_no_phase_to_start() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Search is slow");
            Channel room = story.soonStartingWith("inc-1");
            assertThat(story.card(room).buttons()).contains("Start Containment");
            ana.types(room, "/incident resolve A restart helped");
            story.push("PT25H");
            story.soon(room, "has been stable long enough");
            ana.types(room, "/incident close");
            story.eventually(
                    "the card says so", () -> story.card(room).plainText().contains("Closed"));
            story.settle();
            assertThat(story.card(room).buttons())
                    .contains("Reopen", "Checklist")
                    .noneMatch(label -> label.startsWith("Start ") || label.startsWith("Finish "));
        }
    }
}
