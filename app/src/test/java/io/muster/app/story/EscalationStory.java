package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Calls, reminders, severity, snoozing: as people see them. */
class EscalationStory {
    @Test
    @Tag("F05")
    @Tag("F06")
    void a_call_that_nobody_answers_climbs_until_somebody_acknowledges() {
        try (Story story = Story.begin()) {
            Person otto = story.person("otto");
            otto.types(story.channel("general"), "/incident declare P0 Nobody answers");
            Channel room = story.soon("inc-1-nobody-answers");
            story.card(room);
            story.settle();
            assertThat(calls(story, "ana")).isEqualTo(1);
            story.push("PT15M");
            story.soon(room, "Escalation: Acknowledgment");
            story.settle();
            assertThat(calls(story, "ben")).isEqualTo(1);
            assertThat(room.has(story.person("ben"))).isTrue();
            story.push("PT5M");
            story.eventually("the commander is called", () -> calls(story, "cleo") == 2);
            story.push("PT5M");
            story.eventually("the last resort is called", () -> calls(story, "eli") == 1);
            story.push("PT10M");
            story.eventually("and again", () -> calls(story, "eli") == 2);
            Person eli = story.person("eli");
            Message call = eli.directMessages().getLast();
            assertThat(call.buttons()).contains("Acknowledge");
            eli.clicks(call, "Acknowledge");
            story.soon(
                    room, "Acknowledged by @Eli Tanaka after 35 min, late: the target was 15 min");
            story.push("PT3H");
            story.settle();
            assertThat(eli.directMessages())
                    .filteredOn(m -> m.plainText().contains("Escalation: Acknowledgment"))
                    .as("an answered call is not made again, and offers nothing more to press")
                    .hasSize(2)
                    .allMatch(m -> m.buttons().isEmpty());
        }
    }

    @Test
    @Tag("F07")
    void a_raised_severity_is_explained_with_its_clocks() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P2 Odd errors");
            Channel room = story.soon("inc-1-odd-errors");
            story.push("PT2H");
            ana.clicks(story.card(room), "Change severity");
            Modal form = ana.modal().orElseThrow();
            assertThat(
                            ana.submits(
                                            form,
                                            Map.of("New severity", "P2 · Moderate", "Why?", "same"))
                                    .fieldErrors()
                                    .values())
                    .anyMatch(words -> words.contains("is P2 already"));
            ana.submits(
                    form, Map.of("New severity", "P0 · Critical", "Why?", "everything is down"));
            Message line =
                    story.soon(room, "Raised from P2 to P0 by @Ana Ruiz: everything is down");
            assertThat(line.plainText())
                    .contains("Acknowledgment: due", "overdue", "Resolution: due");
            story.soon(room, "Escalation: Acknowledgment");
            story.settle();
            assertThat(story.card(room).plainText()).contains("P0 (Critical)", "overdue since");
        }
    }

    @Test
    void a_reminder_is_snoozed_once_for_everyone_to_see() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P0 Snooze me");
            Channel room = story.soon("inc-1-snooze-me");
            ana.types(room, "/incident ack");
            story.push("PT1H");
            Message reminder = story.soon(room, "Reminder: Status update");
            ana.clicks(reminder, "30 min");
            story.eventually(
                    "the reminder says so",
                    () -> story.newest(room, "Snoozed by @Ana Ruiz until").isPresent());
            story.settle();
            assertThat(story.newest(room, "Reminder: Status update").orElseThrow().buttons())
                    .isEmpty();
            story.push("PT30M");
            Message again = story.soon(room, "Escalation: Status update");
            assertThat(again.buttons()).contains("Post update").doesNotContain("30 min");
        }
    }

    @Test
    @Tag("F16")
    void the_status_page_is_asked_for_until_its_item_is_ticked() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P0 Tell the world");
            Channel room = story.soon("inc-1-tell-the-world");
            ana.types(room, "/incident confirm operational");
            story.push("PT30M");
            story.soon(room, "Reminder: Status page");
            ana.types(room, "/incident checklist notification");
            Modal checklist = ana.modal().orElseThrow();
            ana.selectsIn(
                    checklist,
                    "tick:notification/0",
                    "Say it on the status page, 30 minutes after confirmation at the latest");
            story.eventually(
                    "the reminder is answered",
                    () ->
                            story.newest(room, "Reminder: Status page")
                                    .orElseThrow()
                                    .plainText()
                                    .contains("Done by @Ana Ruiz"));
        }
    }

    @Test
    @Tag("S05")
    void what_is_no_incident_is_dismissed_with_a_reason_and_goes_quiet() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P3 Odd login");
            Channel room = story.soon("inc-1-odd-login");
            ana.clicks(story.card(room), "Dismiss");
            ana.submits(
                    ana.modal().orElseThrow(),
                    Map.of("Why is this not an incident?", "our own scanner"));
            story.soon(room, "Dismissed: not an incident by @Ana Ruiz: our own scanner");
            story.push("P2D");
            story.settle();
            assertThat(story.count(room, "Reminder")).isZero();
            assertThat(story.card(room).buttons()).contains("Reopen").doesNotContain("Escalate");
        }
    }

    @Test
    void the_home_shows_what_is_open_and_who_is_on_duty() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Slow search");
            story.soon("inc-1-slow-search");
            ana.opensHome();
            story.eventually(
                    "the home shows it",
                    () -> ana.home().plainText().contains("P1 INC-1 Slow search"));
            assertThat(ana.home().plainText()).contains("On-call engineer: @Ana Ruiz");
            ana.home().clicks("Declare an incident");
            assertThat(ana.modal().orElseThrow().plainText()).contains("INC-1 Slow search");
        }
    }

    private static long calls(Story story, String handle) {
        return story.person(handle).directMessages().size();
    }
}
