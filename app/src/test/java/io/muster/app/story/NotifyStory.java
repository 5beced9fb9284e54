package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Those outside are told in time, or it is on record who decided otherwise, and why. */
class NotifyStory {
    private static final String PERSONAL_DATA = "Is personal data affected?";

    @Test
    @Tag("F15")
    @Tag("F19")
    void the_72_hours_of_the_gdpr_run_are_asked_about_and_end_with_a_proof() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P0 Bucket was public");
            Channel room = story.soon("inc-1-bucket-was-public");
            assertThat(story.card(room).plainText())
                    .contains("Notices to send", "GDPR: tell the data protection authority: due")
                    .contains("3 answers missing");
            ana.clicks(story.card(room), "Notices");
            Modal sheet = ana.modal().orElseThrow();
            assertThat(sheet.plainText())
                    .contains("Clocks of law never pause", PERSONAL_DATA, "3 days left")
                    .contains("assumed: nobody has said when we were aware");
            Modal questions = press(story, ana, "Answer questions", "Questions");
            ana.submits(questions, Map.of(PERSONAL_DATA, "Yes", "How do we know?", "access logs"));
            story.soon(room, PERSONAL_DATA + " Yes, because: access logs");
            Modal time = press(story, ana, "Set a time", "When was it really?");
            ana.submits(time, Map.of("How do we know?", "the call at noon"));
            assertThat(ana.modal().orElseThrow().plainText()).doesNotContain("assumed");
            ana.closesEverything();
            story.push("PT36H");
            story.soon(room, "Reminder: Tell affected customers");
            story.push("PT37H");
            Message late = story.soon(room, "Escalation: Tell affected customers");
            assertThat(late.buttons()).contains("Notices");
            sendLate(story, room);
        }
    }

    private static void sendLate(Story story, Channel room) {
        Person lena = story.person("lena");
        story.eventually("legal is called", () -> !lena.directMessages().isEmpty());
        lena.clicks(lena.directMessages().getLast(), "Notices");
        Modal form = press(story, lena, "duty-sent:gdpr-33", "Record submission");
        assertThat(form.plainText()).contains("competent data protection authority");
        Map<String, String> proof =
                Map.of(
                        "By what can it be shown?",
                        "LDI-2026-4711",
                        "Who approved the words?",
                        "Lena Novak, Legal");
        Reply refused = lena.submits(form, proof);
        assertThat(refused.fieldErrors().values())
                .anyMatch(words -> words.contains("the law wants the reasons"));
        lena.submits(
                lena.modal().orElseThrow(),
                Map.of(
                        "By what can it be shown?",
                        "LDI-2026-4711",
                        "Who approved the words?",
                        "Lena Novak, Legal",
                        "If it was late: why?",
                        "The portal was down"));
        assertThat(story.soon(room, "Sent outside Muster").plainText())
                .contains("approval named: Lena Novak, Legal");
        story.soon(room, "LDI-2026-4711");
        assertThat(story.newest(room, "Sent: GDPR: tell the data").orElseThrow().plainText())
                .contains("It was late.");
        story.soon(room, "The portal was down");
        assertThat(lena.modal().orElseThrow().plainText())
                .contains("Sent late", "LDI-2026-4711", "Why it was late: The portal was down");
        story.settle();
    }

    @Test
    @Tag("F19")
    void legal_decides_not_to_notify_and_takes_it_back() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Laptop lost");
            Channel room = story.soon("inc-1-laptop-lost");
            ana.types(room, "/incident notify");
            Modal hers = press(story, ana, "duty-waive:gdpr-33", "Decide not to notify");
            Map<String, String> why =
                    Map.of("Why does nobody have to be notified?", "encrypted disk");
            Person lena = story.person("lena");
            assertThat(ana.submits(hers, why).fieldErrors().values())
                    .anyMatch(words -> words.contains("Only the legal counsel may"))
                    .as("people are called by their names")
                    .anyMatch(words -> words.endsWith("Ask " + lena.name() + "."));
            lena.types(story.channel("general"), "/incident notify INC-1");
            lena.submits(press(story, lena, "duty-waive:gdpr-33", "Decide not to notify"), why);
            story.soon(room, "Decided not to notify (GDPR: tell the data protection authority)");
            assertThat(lena.modal().orElseThrow().plainText())
                    .contains("Not to be notified, decided by", "encrypted disk");
            lena.submits(
                    press(story, lena, "duty-back:gdpr-33", "Take back"),
                    Map.of("Why is it owed after all?", "the key was on the disk"));
            story.soon(room, "Taken back, it is owed again");
            lena.opensHome();
            story.eventually(
                    "the home counts",
                    () -> lena.home().plainText().contains("GDPR: tell the data protection"));
            assertThat(lena.home().plainText()).contains("left");
            story.settle();
        }
    }

    @Test
    @Tag("F18")
    void what_is_written_for_a_duty_stands_below_its_clock() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P0 Bucket was public");
            Channel room = story.soon("inc-1-bucket-was-public");
            Person dora = story.person("dora");
            dora.joins(room);
            dora.clicks(story.card(room), "Notices");
            dora.clicksIn(dora.modal().orElseThrow(), "Write the notice");
            story.eventually(
                    "the choice is there",
                    () ->
                            dora.modal()
                                    .filter(m -> m.labels().contains("What is it for?"))
                                    .isPresent());
            dora.submits(
                    dora.modal().orElseThrow(),
                    Map.of("What is it for?", "Customer breach notice"));
            dora.submits(
                    dora.modal().orElseThrow(),
                    Map.of(
                            "Text",
                            "On 4 March a bucket was public.",
                            "When this is saved",
                            "Ask for review at once"));
            story.soon(room, "waits for approval by");
            dora.closesEverything();
            dora.types(room, "/incident notices");
            String sheet = dora.modal().orElseThrow().plainText();
            assertThat(sheet).contains("N-1 Customer breach notice: in review, waits for");
            assertThat(sheet.indexOf("N-1 Customer"))
                    .as("below its own clock, not among the others")
                    .isLessThan(sheet.indexOf("DORA: initial notification"));
            assertThat(sheet).doesNotContain("Other notices");
            dora.clicksIn(dora.modal().orElseThrow(), "Open N-1");
            story.eventually(
                    "the words are there",
                    () ->
                            dora.modal()
                                    .filter(m -> m.plainText().contains("a bucket was public"))
                                    .isPresent());
        }
    }

    @Test
    @Tag("S10")
    void the_four_rows_of_the_customer_table_each_have_their_clock() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Database dumped");
            Channel room = story.soon("inc-1-database-dumped");
            story.card(room);
            story.push("PT1H");
            story.soon(room, "Reminder: Customers: outage of more than 4 hours");
            ana.types(room, "/incident notify");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("status page, email for enterprise customers")
                    .contains("Customers: suspected breach", "email, with status \"Investigating\"")
                    .contains("Not begun", "Customers: confirmed breach: counts from confirmation");
            Modal questions = press(story, ana, "Answer questions", "Questions");
            ana.submits(
                    questions,
                    Map.of(
                            "Is the service out?", "No",
                            "Was a vulnerability that affected customer data patched?", "Yes"));
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("Customers: outage of more than 4 hours: answered no")
                    .contains("Customers: patched vulnerability", "30 days left");
            ana.closesEverything();
            ana.types(room, "/incident confirm security");
            story.push("PT23H");
            story.soon(room, "Reminder: Customers: suspected breach");
            story.push("PT49H");
            story.soon(room, "Reminder: Customers: confirmed breach");
            story.push("PT648H5M");
            story.soon(room, "Reminder: Customers: patched vulnerability");
            story.settle();
        }
    }

    @Test
    @Tag("F27")
    void what_the_vendor_told_us_is_where_our_time_begins() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P1 Mail provider breached");
            Channel room = story.soon("inc-1-mail-provider-breached");
            story.card(room);
            ana.types(room, "/incident confirm vendor");
            ana.types(room, "/incident notify");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("Nobody has recorded when the vendor told us");
            story.push("PT2H");
            ana.submits(
                    press(story, ana, "A vendor told us", "A vendor told us"),
                    Map.of(
                            "Which vendor?",
                            "Postman & Sons",
                            "What did they say, and how?",
                            "mail"));
            story.soon(room, "Told by the vendor Postman & Sons");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("Tell customers of a vendor's incident", "3 days left")
                    .doesNotContain("Nobody has recorded when");
            story.settle();
        }
    }

    /** Presses a button in the sheet, which then turns into a form. */
    private static Modal press(Story story, Person person, String button, String title) {
        person.clicksIn(person.modal().orElseThrow(), button);
        story.eventually(
                "the form “" + title + "”",
                () -> person.modal().filter(m -> m.title().equals(title)).isPresent());
        return person.modal().orElseThrow();
    }
}
