package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * From resolved to learnt: drafted, written by several, approved, shared, presented, followed up.
 */
class PostMortemStory {
    @Test
    @Tag("F22")
    @Tag("F23")
    @Tag("F24")
    void the_first_program_writes_approves_and_shares_a_blameless_post_mortem() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel room = resolved(story, ana, "P0");
            Message drafted = story.soon(room, "Post-mortem drafted from the record");
            assertThat(drafted.buttons()).contains("Write it", "Read it", "Add action item");
            story.settle();
            assertThat(story.card(room).buttons()).contains("Post-mortem");
            ana.clicks(drafted, "Write it");
            Modal sheet = ana.modal().orElseThrow();
            assertThat(sheet.plainText())
                    .contains("The record writes it", "What went poorly", "due");
            writeAll(story, ana, List.of("root-cause", "impact", "went-well", "went-poorly"));
            addAction(story, ana, room);
            approve(story, ana, story.person("sam"), room);
            Message shared = story.soon(story.channel("incidents"), "Post-mortem · INC-1");
            assertThat(shared.plainText()).contains("Words about root-cause", "1 action item");
            Person otto = story.person("otto");
            otto.clicks(shared, "Read it");
            assertThat(otto.modal().orElseThrow().plainText())
                    .contains("Timeline", "Acknowledged", "Words about root-cause")
                    .contains("Approved");
            otto.closesEverything();
            publish(story, ana, room);
            followUp(story, room);
        }
    }

    @Test
    @Tag("S12")
    @Tag("S13")
    @Tag("S14")
    void the_second_program_fills_its_template_and_tells_the_ciso_and_the_board() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ana = story.person("ana");
            Channel room = resolved(story, ana, "P1");
            story.push("PT72H");
            story.soon(room, "has been stable long enough");
            ana.types(room, "/incident close");
            story.soon(room, "Post-incident review drafted from the record");
            Person ciro = story.person("ciro");
            ciro.opensHome();
            story.eventually(
                    "the Home of the commander shows what is owed of a closed incident",
                    () -> ciro.home().plainText().contains("Post-mortems due"));
            assertThat(ciro.home().plainText())
                    .contains("Post-incident review · INC-1", "to write: Summary");
            ana.types(room, "/incident pir");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains(
                            "Summary",
                            "Detection Method",
                            "Timeline",
                            "Root Cause",
                            "Customer Impact",
                            "Containment Actions",
                            "Eradication Actions",
                            "Recovery Actions",
                            "Total Duration",
                            "Corrective Actions",
                            "Lessons Learned");
            writeAll(
                    story,
                    ana,
                    List.of(
                            "summary",
                            "detection-method",
                            "root-cause",
                            "customer-impact",
                            "containment-actions",
                            "eradication-actions",
                            "recovery-actions",
                            "lessons-learned"));
            addAction(story, ana, room);
            approve(story, ana, story.person("sam"), room);
            present(story, room, "Presentation to the CISO");
            present(story, room, "Report to the Board");
            ana.types(room, "/incident postmortem");
            assertThat(ana.modal().orElseThrow().buttons()).noneMatch(b -> b.startsWith("Record:"));
            followUp(story, room);
        }
    }

    @Test
    @Tag("F22")
    void two_who_write_the_same_section_at_once_lose_nothing() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Person cleo = story.person("cleo");
            Channel room = resolved(story, ana, "P0");
            story.soon(room, "drafted from the record");
            Modal hers = openSection(story, ana, room);
            Modal theirs = openSection(story, cleo, room);
            ana.submits(hers, Map.of("Root cause", "A cache had no limit"));
            cleo.submits(theirs, Map.of("Root cause", "A node ran out of memory"));
            Modal both = cleo.modal().orElseThrow();
            assertThat(both.plainText())
                    .contains("saved this while you were writing", "A cache had no limit")
                    .contains("Yours is not saved yet");
            assertThat(both.value("Both together").toString()).contains("A node ran out of memory");
            cleo.submits(
                    both,
                    Map.of("Both together", "A cache had no limit, so a node ran out of memory"));
            assertThat(cleo.modal().orElseThrow().plainText()).contains("so a node ran out");
        }
    }

    @Test
    @Tag("F22")
    void wordings_that_may_blame_are_shown_and_have_to_be_meant() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel room = resolved(story, ana, "P1");
            story.soon(room, "drafted from the record");
            Modal cause = openSection(story, ana, room);
            ana.submits(cause, Map.of("Root cause", "Ben should have checked; human error"));
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("“Ben” may sound like blame", "Write the role", "… and 2 more");
            ana.closesEverything();
            writeAll(story, ana, List.of("impact", "went-well", "went-poorly"));
            addAction(story, ana, room);
            ana.types(room, "/incident postmortem");
            press(story, ana, "Submit for approval", "Submit");
            Modal submit = ana.modal().orElseThrow();
            assertThat(submit.plainText()).contains("May sound like blame", "human error");
            ana.submits(submit, Map.of());
            assertThat(ana.modal().orElseThrow().plainText()).contains("tick that they are meant");
            ana.closesEverything();
            Modal again = openSection(story, ana, room);
            ana.submits(again, Map.of("Root cause", "Ben dropped the table"));
            ana.closesEverything();
            ana.types(room, "/incident postmortem");
            press(story, ana, "Submit for approval", "Submit");
            Modal named = ana.modal().orElseThrow();
            assertThat(named.plainText()).contains("May sound like blame", "“Ben”");
            ana.submits(named, Map.of());
            assertThat(ana.modal().orElseThrow().plainText()).contains("1 wording may sound like");
        }
    }

    @Test
    @Tag("F23")
    void an_action_item_is_asked_back_until_it_is_specific() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel room = resolved(story, ana, "P0");
            assertThat(ana.types(room, "/incident action add fix it @ben by tomorrow").text())
                    .contains("somebody who was not there");
            assertThat(ana.types(room, "/incident action add Alert when a disk is full").text())
                    .contains("Say who does it");
            assertThat(
                            ana.types(room, "/incident action add Alert when a disk is full @ben")
                                    .text())
                    .contains("Say by when");
            ana.types(room, "/incident action add Alert when a disk is full @ben by in 2 weeks");
            story.soon(room, "Action item 1 for @Ben Okafor");
            ana.types(room, "/incident action due 1 in 3 weeks the vendor is late");
            story.soon(room, "the vendor is late");
            ana.types(room, "/incident action owner 1 @sam Ben is on leave");
            story.soon(room, "handed from @Ben Okafor to @Sam Lindqvist");
            ana.types(room, "/incident action list");
            Modal list = ana.modal().orElseThrow();
            assertThat(list.plainText()).contains("Alert when a disk is full", "Sam Lindqvist");
            Person otto = story.person("otto");
            assertThat(otto.types(story.channel("general"), "/incident action list").text())
                    .contains("None. Nothing waits for you.");
            assertThat(
                            story.person("sam")
                                    .types(story.channel("general"), "/incident action")
                                    .text())
                    .contains("Alert when a disk is full");
            assertThat(story.person("sam").opensHome().plainText()).isNotNull();
            story.eventually(
                    "the Home shows it",
                    () ->
                            story.person("sam")
                                    .home()
                                    .plainText()
                                    .contains("Alert when a disk is full"));
        }
    }

    @Test
    @Tag("F23")
    @Tag("S14")
    void the_forms_of_an_action_item_ask_for_what_is_missing_and_keep_the_reasons() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            Channel room = resolved(story, ana, "P0");
            assertThat(ana.types(room, "/incident action add").text()).isEmpty();
            Modal form = ana.modal().orElseThrow();
            Reply nobody =
                    ana.submits(form, Map.of("What will be done?", "Improve the monitoring"));
            assertThat(nobody.fieldErrors()).containsOnlyKeys("Who does it?", "By when?");
            Reply vague =
                    ana.submits(
                            form, Map.of("Who does it?", "@ben", "By when?", inDays(story, 20)));
            assertThat(vague.fieldErrors().get("What will be done?"))
                    .contains("can mean many things");
            Reply years =
                    ana.submits(
                            form,
                            Map.of(
                                    "What will be done?",
                                    "Alert when a disk is 80 % full",
                                    "By when?",
                                    "2099-03-20"));
            assertThat(years.fieldErrors().get("By when?"))
                    .contains("Is the year as you meant it?");
            ana.submits(form, Map.of("By when?", inDays(story, 20)));
            Modal list = ana.modal().orElseThrow();
            assertThat(list.plainText()).contains("Alert when a disk is 80 % full", "prevent");
            ana.clicksIn(list, "Change");
            story.eventually(
                    "the form to change it",
                    () -> ana.modal().filter(m -> m.submitLabel().equals("Save")).isPresent());
            Modal change = ana.modal().orElseThrow();
            Reply why = ana.submits(change, Map.of("By when?", inDays(story, 40)));
            assertThat(why.fieldErrors().toString()).contains("Say why it moves");
            ana.submits(change, Map.of("Why, or what shows it", "The vendor is late"));
            story.soon(room, "The vendor is late");
            assertThat(ana.modal().orElseThrow().plainText()).contains("due", "prevent");
            ana.closesEverything();
            ana.types(room, "/incident action done 1 It pages now");
            story.soon(room, "Action item 1 done");
            ana.types(room, "/incident action list");
            ana.clicksIn(ana.modal().orElseThrow(), "Change");
            story.eventually(
                    "the form of what is done",
                    () -> ana.modal().filter(m -> m.submitLabel().equals("Save")).isPresent());
            Modal done = ana.modal().orElseThrow();
            assertThat(done.labels())
                    .contains("Ticket or pull request")
                    .doesNotContain("What will be done?", "How will we know that it is done?");
            assertThat(done.plainText()).contains("What was to be done", "80 % full");
            ana.submits(done, Map.of("Ticket or pull request", "PR 7"));
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("PR 7", "done, not verified yet");
        }
    }

    private static String inDays(Story story, int days) {
        return LocalDate.ofInstant(story.muster().now(), ZoneOffset.UTC).plusDays(days).toString();
    }

    static Channel resolved(Story story, Person ana, String severity) {
        ana.types(story.channel("general"), "/incident declare " + severity + " Checkout is down");
        Channel room = story.soon("inc-1-checkout-is-down");
        story.card(room);
        ana.types(room, "/incident ack");
        ana.types(room, "/incident confirm security");
        ana.types(room, "/incident resolve Failed over");
        story.soon(room, "Resolved by");
        return room;
    }

    static void writeAll(Story story, Person person, List<String> sections) {
        Channel room = story.channel("inc-1-checkout-is-down");
        for (String section : sections) {
            person.types(room, "/incident postmortem");
            Modal overview = person.modal().orElseThrow();
            person.clicksIn(overview, "review-section:" + section);
            story.eventually(
                    section + " opens",
                    () -> person.modal().filter(m -> m.submitLabel().equals("Save")).isPresent());
            Modal form = person.modal().orElseThrow();
            Reply reply =
                    person.submits(
                            form, Map.of(form.labels().getFirst(), "Words about " + section));
            assertThat(reply.error()).isEmpty();
            assertThat(person.modal().orElseThrow().plainText()).contains("Words about " + section);
            person.closesEverything();
        }
    }

    private static Modal openSection(Story story, Person person, Channel room) {
        person.types(room, "/incident postmortem");
        person.clicksIn(person.modal().orElseThrow(), "review-section:root-cause");
        story.eventually(
                "the section opens",
                () -> person.modal().filter(m -> m.title().equals("Root cause")).isPresent());
        return person.modal().orElseThrow();
    }

    private static void press(Story story, Person person, String button, String submit) {
        person.clicksIn(person.modal().orElseThrow(), button);
        story.eventually(
                button + " opens",
                () -> person.modal().filter(m -> m.submitLabel().equals(submit)).isPresent());
    }

    static void addAction(Story story, Person ana, Channel room) {
        ana.types(room, "/incident action add Alert when a disk is 80 % full @ben by in 2 weeks");
        story.soon(room, "Action item 1 for @Ben Okafor");
        story.settle();
        assertThat(story.person("ben").directMessages())
                .anyMatch(m -> m.plainText().contains("is yours, given by @Ana Ruiz"));
    }

    static void approve(Story story, Person author, Person approver, Channel room) {
        author.types(room, "/incident postmortem");
        press(story, author, "Submit for approval", "Submit");
        author.submits(author.modal().orElseThrow(), Map.of());
        assertThat(author.modal().orElseThrow().plainText()).contains("Waits for approval");
        author.closesEverything();
        Message asked = story.soon(room, "waits for approval");
        story.settle();
        assertThat(approver.directMessages())
                .anyMatch(m -> m.plainText().contains("waits for approval"));
        author.clicks(asked, "Approve");
        author.submits(author.modal().orElseThrow(), Map.of());
        assertThat(author.modal().orElseThrow().plainText()).contains("another pair of eyes");
        author.closesEverything();
        approver.clicks(asked, "Approve");
        approver.submits(
                approver.modal().orElseThrow(), Map.of("A word with it", "Clear and fair"));
        story.soon(room, "approved: Clear and fair");
        approver.closesEverything();
        story.settle();
        assertThat(story.newest(room, "waits for approval").orElseThrow().buttons()).isEmpty();
    }

    static Message askToPublish(Story story, Person person, Channel room) {
        person.types(room, "/incident postmortem");
        press(story, person, "Ask to publish outside", "Ask");
        person.submits(
                person.modal().orElseThrow(), Map.of("Why, and for whom?", "Customers ask for it"));
        person.closesEverything();
        return story.soon(room, "Asked to publish the post-mortem outside");
    }

    private static void publish(Story story, Person ana, Channel room) {
        Message asked = askToPublish(story, ana, room);
        assertThat(asked.plainText()).contains("a notice of its own");
        ana.clicks(asked, "Write the public version");
        Modal form = ana.modal().orElseThrow();
        assertThat(form.value("Text").toString()).contains("What it meant for customers");
        ana.submits(form, Map.of("Text", "Checkout was down, and why."));
        story.settle();
        ana.closesEverything();
        ana.types(room, "/incident approve N-1");
        assertThat(ana.modal().orElseThrow().plainText()).contains("Public post-mortem");
        ana.closesEverything();
    }

    private static void present(Story story, Channel room, String what) {
        Person ciro = story.person("ciro");
        ciro.types(room, "/incident postmortem");
        press(story, ciro, "Record: " + what, "Record");
        ciro.submits(
                ciro.modal().orElseThrow(),
                Map.of("How, and what came of it", "In the weekly: " + what));
        story.soon(room, "In the weekly: " + what);
        ciro.closesEverything();
    }

    /** The owner hears of it before the day, on the day and after it, and then it is done. */
    private static void followUp(Story story, Channel room) {
        Person ben = story.person("ben");
        story.push("P12D");
        story.eventually("three days before", () -> reminders(ben) >= 1);
        story.push("P3D");
        story.eventually("on the day", () -> reminders(ben) >= 2);
        story.push("P2D");
        story.eventually("after the day", () -> reminders(ben) >= 3);
        Message reminder = ben.directMessages().getLast();
        assertThat(reminder.plainText())
                .contains("Action item 1 of INC-1", "Alert when a disk is 80 % full");
        assertThat(reminder.buttons()).contains("Done", "Change");
        ben.clicks(reminder, "Done");
        story.soon(room, "Action item 1 done");
        story.settle();
        long before = reminders(ben);
        story.push("P30D");
        story.settle();
        assertThat(reminders(ben)).isEqualTo(before);
    }

    private static long reminders(Person person) {
        return person.directMessages().stream()
                .filter(m -> m.plainText().contains("⏰ Action item"))
                .count();
    }
}
