package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.cli.Cli;
import io.muster.app.cli.Console;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole of the first program in one story: personal data is breached at P0, from the first word
 * to the last action item, as the people see it. Kim hears it from a customer; Ana is on call, Ben
 * next; Cleo commands; Dora speaks, Lena is Legal, Sam handles security; Eli is the last resort.
 * The chapters follow each other; time passes between them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeatureSignalsProgramStory {
    private static final String TITLE = "Exports are public";
    private static final byte[] LOG =
            "03:12 GET /exports/77.csv 200 203.0.113.7\n"
                    .repeat(500)
                    .getBytes(StandardCharsets.UTF_8);

    private Story story;
    private Person ana;
    private Person ben;
    private Person cleo;
    private Person dora;
    private Person eli;
    private Person kim;
    private Person lena;
    private Person sam;
    private Channel general;
    private Channel room;

    @BeforeAll
    void everybodyIsAtWork() {
        story = Story.begin();
        ana = story.person("ana");
        ben = story.person("ben");
        cleo = story.person("cleo");
        dora = story.person("dora");
        eli = story.person("eli");
        kim = story.person("kim");
        lena = story.person("lena");
        sam = story.person("sam");
        general = story.channel("general");
        room = general; // until the incident has one of its own
    }

    /** Closing asserts that not one of Slack's rules was breached. */
    @AfterAll
    void theDayIsOver() {
        story.close();
    }

    @Test
    @Order(1)
    @Tag("F01")
    @Tag("F03")
    @Tag("F05")
    @Tag("F08")
    @Tag("F09")
    void a_customer_tells_kim_and_kim_declares() {
        kim.types(general, "/incident declare");
        Modal form = kim.modal().orElseThrow();
        assertThat(form.options("How grave is it?"))
                .containsExactly("P0 · Critical", "P1 · Major", "P2 · Moderate", "P3 · Minor");
        assertThat(form.options("How was it noticed?"))
                .contains("SigNoz alert", "Failed health check", "Error-rate spike")
                .contains("Customer report", "Disclosure by a security researcher")
                .contains("Noticed by one of our own people");
        kim.submits(
                form,
                Map.of(
                        "What is wrong?", TITLE,
                        "How grave is it?", "P0 · Critical",
                        "What is happening?", "A customer opened the export of another customer.",
                        "How was it noticed?", "Customer report"));
        assertThat(kim.modal().orElseThrow().plainText()).contains("INC-1", "is declared");
        kim.closesEverything();

        room = story.soon("inc-1-exports-are-public");
        story.settle();
        assertThat(room.members()).contains(kim.id(), ana.id(), cleo.id());
        assertThat(heard(ana, "You are called").plainText()).contains(TITLE);
        assertThat(heard(cleo, "You are called").plainText()).contains("P0");
        assertThat(story.soon(story.channel("incidents"), TITLE).plainText()).contains("P0");
        assertThat(story.card(room).plainText()).contains("@Cleo Marsh", "P0 (Critical)");
        documentShows("Came to light by:** Customer report", "Acknowledgment", "Resolution");
    }

    @Test
    @Order(2)
    @Tag("F01")
    @Tag("F03")
    @Tag("F05")
    @Tag("F10")
    void ana_acknowledges_in_time_and_triages_scope_impact_kind_and_source() {
        story.push("PT10M");
        ana.clicks(story.card(room), "Acknowledge");
        story.soon(room, "Acknowledged by @Ana Ruiz after 10 min");
        ana.types(room, "/incident confirm security");
        story.soon(room, "Confirmed");
        types(ana, "fact systems The export service and its bucket");
        types(ana, "fact impact Anyone with a link could read exports");
        types(ana, "fact noticed error-rate the alert came before the customer's mail");
        assertThat(story.soon(room, "Noticed by: Error-rate spike").plainText())
                .contains("until now: Customer report", "before the customer's mail");
        assertThat(ana.types(room, "/incident fact noticed gossip").text())
                .contains("no way of this policy", "health-check");
        documentShows("Came to light by:** Error-rate spike", "Customer report");
        assertThat(checklist(ana, "triage"))
                .contains("5/5 settled", "Decide: a security incident or an operational one");
    }

    @Test
    @Order(3)
    @Tag("F15")
    @Tag("F19")
    void personal_data_is_breached_and_72_hours_begin_at_awareness() {
        types(ana, "fact personal-data yes the exports hold names and addresses");
        types(ana, "fact aware " + minutes() + " the access log shows foreign downloads");
        ana.types(room, "/incident notify");
        assertThat(ana.modal().orElseThrow().plainText())
                .contains("Tell affected customers", "GDPR: tell the data protection authority")
                .containsPattern("(3 days|2 days 23 h) left")
                .doesNotContain("assumed: nobody has said when we were aware");
        ana.closesEverything();
    }

    @Test
    @Order(4)
    @Tag("F16")
    @Tag("F18")
    void the_status_page_says_it_within_30_minutes_in_approved_words() {
        types(cleo, "assign comms @dora");
        story.soon(room, "@Dora Quinn is now Communications lead");
        story.push("PT20M");
        assertThat(story.soon(room, "Reminder: Status page").plainText()).contains("@Dora Quinn");
        writes("status-page elsewhere", "Exports are switched off while we look into odd access.");
        lena.clicks(heard(lena, "Your approval is needed"), "Approve");
        lena.submits(lena.modal().orElseThrow(), Map.of());
        releasesAndSends("N-1", "all visitors", "https://status.example/1");
        assertThat(checklist(dora, "notification"))
                .contains("☑️ Say it on the status page", "shown by the record");
        story.eventually(
                "the reminder is answered in time",
                () ->
                        story.newest(room, "Reminder: Status page")
                                .filter(m -> m.plainText().contains("Done by @Dora Quinn"))
                                .filter(m -> !m.plainText().contains("late"))
                                .isPresent());
    }

    @Test
    @Order(5)
    @Tag("F11")
    @Tag("F12")
    void the_bleeding_is_stopped_and_nothing_else_is_changed_before_the_evidence() {
        types(ana, "phase triage done");
        types(ana, "phase containment start");
        types(ben, "phase investigation start");
        story.soon(room, "Investigation started by @Ben Okafor");
        documentShows("| Containment | Ana Ruiz,", "| Investigation | Ben Okafor,");
        types(ana, "task done revoke");
        types(ana, "task done block");
        assertThat(ana.types(room, "/incident task done failover").text())
                .contains("Evidence before changes");
        assertThat(ana.types(room, "/incident phase remediation start").text())
                .contains("Remediation & Recovery cannot be started yet");
        assertThat(ana.types(room, "/incident phase containment done override: no time").text())
                .contains("Only the incident commander");
    }

    @Test
    @Order(6)
    @Tag("F12")
    @Tag("F14")
    void evidence_is_kept_hashed_and_handed_over() {
        Message shared = ana.sharesFile(room, "access.log", LOG);
        ana.usesMessageShortcut(shared, "evidence-message");
        ana.submits(ana.modal().orElseThrow(), Map.of());
        story.soon(room, "E1 is kept: Log export, access.log");
        ana.types(room, "/incident evidence transfer E1 @ben analysis");
        ben.clicks(heard(ben, "hands you evidence"), "I have received it");
        story.soon(room, "E1 received by");
        types(ana, "task done evidence");
        types(ana, "task done isolate");
        types(ana, "task na failover the bucket is not replicated");
        types(ana, "task done custody");
        types(cleo, "phase containment done");
        story.soon(room, "Containment finished by @Cleo Marsh");
        documentShows(
                "## Evidence", "access.log", "E1 handed from Ana Ruiz to Ben Okafor", "analysis");
    }

    @Test
    @Order(7)
    @Tag("F17")
    void an_update_is_owed_every_hour_and_silence_climbs_to_the_last_resort() {
        story.push("PT30M");
        Message due = story.soon(room, "Reminder: Status update");
        assertThat(due.plainText()).contains("@Dora Quinn", "@Cleo Marsh");
        story.push("PT10M");
        story.soon(room, "Escalation: Status update");
        story.push("PT10M");
        assertThat(heard(eli, "Status update").plainText()).contains("Escalation");
        types(dora, "update Exports are off; we read the logs");
        story.soon(room, "Exports are off; we read the logs");
        story.settle();
        assertThat(story.newest(room, "Reminder: Status update").orElseThrow().plainText())
                .contains("Done by @Dora Quinn, late");
        long told = escalations();
        story.push("PT50M");
        story.settle();
        assertThat(escalations()).as("the hour began anew").isEqualTo(told);
    }

    @Test
    @Order(8)
    @Tag("F10")
    @Tag("F13")
    void what_is_found_is_written_down_and_stands_in_the_document() {
        types(ben, "task done logs");
        types(ben, "fact occurred " + hoursAgo(30) + " first foreign download");
        types(ben, "task done start-time");
        types(ben, "fact data Exports: names, addresses, order totals");
        types(ben, "fact customers 12 customers of the EU region");
        types(ben, "fact findings A deployment made the bucket listable");
        types(ben, "fact cause Bucket policies are changed without review");
        types(ben, "task done affected");
        types(ben, "task done findings");
        assertThat(checklist(ben, "investigation")).contains("5/5 settled");
        types(ben, "phase investigation done");
        documentShows(
                "The export service and its bucket",
                "Exports: names, addresses, order totals",
                "12 customers of the EU region",
                "A deployment made the bucket listable",
                "first foreign download");
    }

    @Test
    @Order(9)
    @Tag("F15")
    @Tag("F18")
    void customers_are_told_in_words_that_legal_has_read_and_the_commander_released() {
        types(dora, "phase notification start");
        dora.types(room, "/incident notify");
        Modal sheet = dora.modal().orElseThrow();
        assertThat(sheet.buttons()).contains("Write the notice");
        dora.clicksIn(sheet, "draft:customers");
        opens(dora, "What is it for?");
        dora.submits(
                dora.modal().orElseThrow(), Map.of("What is it for?", "Customer breach notice"));
        Modal form = dora.modal().orElseThrow();
        assertThat(form.value("Text").toString()).contains("A deployment made the bucket listable");
        dora.submits(
                form,
                Map.of(
                        "Text",
                        "Your exports could be read by others. They cannot any more.",
                        "When this is saved",
                        "Ask for review at once"));
        assertThat(dora.types(room, "/incident approve N-2").text()).isEmpty();
        dora.closesEverything();
        lena.clicks(heard(lena, "N-2"), "Approve");
        lena.submits(lena.modal().orElseThrow(), Map.of());
        releasesAndSends("N-2", "12 customers", "mailing 4711");
        story.soon(room, "mailing 4711");
        documentShows("**N-2** Customer breach notice | sent | Lena Novak,", "mailing 4711");
    }

    @Test
    @Order(10)
    @Tag("F15")
    @Tag("F19")
    void legal_files_with_the_authority_and_decides_about_the_rest() {
        types(lena, "fact dora-major no we are no financial entity");
        types(lena, "fact high-risk no totals and addresses, no passwords");
        lena.types(room, "/incident notify");
        lena.clicksIn(lena.modal().orElseThrow(), "duty-sent:gdpr-33");
        titled(lena, "Record submission");
        lena.submits(
                lena.modal().orElseThrow(),
                Map.of(
                        "By what can it be shown?",
                        "LDI-2026-4711",
                        "If it was none of these: who approved the words?",
                        "Lena Novak, Legal"));
        story.soon(room, "LDI-2026-4711");
        assertThat(lena.modal().orElseThrow().plainText())
                .contains("LDI-2026-4711", "DORA: initial notification: answered no");
        lena.closesEverything();
        types(dora, "task done customers");
        types(dora, "task done messaging");
        types(lena, "task done filings");
        assertThat(checklist(dora, "notification")).contains("5/5 settled");
        types(dora, "phase notification done");
    }

    @Test
    @Order(11)
    @Tag("F01")
    @Tag("F20")
    void the_fix_is_proven_and_the_missed_target_is_said() {
        types(ana, "update The fix is being tested");
        story.push("PT50M");
        assertThat(story.soon(room, "Reminder: Resolution").plainText())
                .contains("@Cleo Marsh", "is due");
        types(ana, "update The fix is being rolled out");
        types(ana, "phase remediation start");
        assertThat(cleo.types(room, "/incident phase remediation done").text())
                .contains("Deploy the fix and prove that it works");
        types(ana, "task done fix");
        types(ana, "task link fix https://ci.example/77");
        types(ana, "task done rotate");
        types(ana, "task done restore");
        types(ana, "task done harden");
        assertThat(checklist(ana, "remediation"))
                .contains("Deploy the fix and prove that it works", "https://ci.example/77")
                .contains("4/5 settled");
        types(ana, "phase remediation done");
        story.push("PT1H10M");
        said("Resolution of", "was due");
        types(ana, "resolve The bucket is closed and the fix is proven");
        story.soon(room, "Resolved by @Ana Ruiz");
    }

    @Test
    @Order(12)
    @Tag("F21")
    void what_comes_back_starts_the_24_hours_again_and_only_then_it_is_closed() {
        story.push("PT20H");
        types(ben, "reopen one old link still works");
        types(ben, "resolve the link cache is emptied");
        story.push("PT5H");
        assertThat(ana.types(room, "/incident close").text()).contains("stable for 5 h of 24 h");
        assertThat(ana.types(room, "/incident close override: all quiet").text())
                .contains("Only the incident commander");
        story.push("PT19H");
        story.soon(room, "has been stable long enough");
        assertThat(cleo.types(room, "/incident close").text()).contains("INC-1 is closed");
        assertThat(checklist(ana, "remediation")).contains("5/5 settled");
        documentShows("| Stability watch | Incident commander |", "met in time");
    }

    @Test
    @Order(13)
    @Tag("F22")
    @Tag("F24")
    void the_post_mortem_is_written_approved_and_shared() {
        Message drafted = story.soon(room, "Post-mortem drafted from the record");
        assertThat(drafted.plainText()).contains("due");
        section("root-cause", "Bucket policies were changed without a second reader");
        section("impact", "12 customers; names and addresses; 30 hours");
        section("went-well", "The export was off within minutes");
        section("went-poorly", "The alert was not read for an hour");
        types(cleo, "action add Require two readers for bucket policies @ben by in 2 weeks");
        story.soon(room, "Action item 1 for @Ben Okafor");
        cleo.types(room, "/incident postmortem");
        cleo.clicksIn(cleo.modal().orElseThrow(), "Submit for approval");
        story.eventually(
                "the form",
                () -> cleo.modal().filter(m -> m.submitLabel().equals("Submit")).isPresent());
        cleo.submits(cleo.modal().orElseThrow(), Map.of());
        cleo.closesEverything();
        sam.clicks(heard(sam, "waits for approval"), "Approve");
        sam.submits(sam.modal().orElseThrow(), Map.of("A word with it", "Clear and fair"));
        sam.closesEverything();
        Channel all = story.channel("incidents");
        Message shared = story.soon(all, "Post-mortem · INC-1");
        Person otto = story.person("otto");
        otto.clicks(shared, "Read it");
        assertThat(everyPage(otto))
                .contains("noticed by: Error-rate spike")
                .contains("Acknowledged", "Root cause", "changed without a second reader")
                .contains("What went well", "What went poorly", "two readers for bucket policies")
                .contains("Acknowledgment", "Resolution", "late");
        otto.closesEverything();
    }

    @Test
    @Order(14)
    @Tag("F18")
    @Tag("F24")
    void publishing_it_is_an_act_of_its_own_that_legal_and_communications_approve() {
        story.settle();
        PostMortemStory.askToPublish(story, cleo, room);
        cleo.types(room, "/incident draft publication");
        cleo.submits(
                cleo.modal().orElseThrow(),
                Map.of(
                        "Text", "In November exports of 12 customers could be read by others.",
                        "When this is saved", "Ask for review at once"));
        Message asked = heard(lena, "N-3");
        assertThat(asked.plainText()).contains("Public post-mortem", "as Legal counsel");
        lena.clicks(asked, "Approve");
        lena.submits(lena.modal().orElseThrow(), Map.of());
        story.settle();
        assertThat(newest(room, "N-3").plainText()).doesNotContain("it can be released");
        dora.clicks(heard(dora, "N-3"), "Approve");
        dora.submits(dora.modal().orElseThrow(), Map.of());
        dora.closesEverything();
        releasesAndSends("N-3", "the public", "https://blog.example/november");
        documentShows("https\\://blog.example/november");
    }

    @Test
    @Order(15)
    @Tag("F23")
    void the_action_item_is_reminded_of_before_and_after_its_day_until_it_is_done() {
        story.push("P12D");
        story.eventually("before its day", () -> reminders() >= 1);
        story.push("P3D");
        story.eventually("on its day", () -> reminders() >= 2);
        story.push("P2D");
        story.eventually("after its day", () -> reminders() >= 3);
        ben.clicks(heard(ben, "⏰ Action item"), "Done");
        story.soon(room, "Action item 1 done");
        story.settle();
        long told = reminders();
        story.push("P10D");
        story.settle();
        assertThat(reminders()).isEqualTo(told);
    }

    @Test
    @Order(16)
    @Tag("F08")
    @Tag("F10")
    @Tag("F13")
    @Tag("F14")
    @Tag("F20")
    void the_exported_document_holds_all_of_it_and_the_record_is_intact() throws IOException {
        Path file = Files.createTempFile("inc-1", ".md");
        run("export", "INC-1", "--document", "--to", file.toString());
        String text = Files.readString(file);
        assertThat(text)
                .contains("Came to light by:** Error-rate spike", "12 customers of the EU region")
                .contains("Cleo Marsh", "Communications lead", "Resolution | Incident commander |")
                .contains("met, late by", "met in time", "not applicable: the bucket is not")
                .contains("E1 handed from Ana Ruiz to Ben Okafor", "the hash was right")
                .contains("| Containment | Ana Ruiz,", "| Notification & Communication |")
                .contains("Deploy the fix and prove that it works", "https\\://ci.example/77")
                .contains("access.log", "Ben Okafor")
                .contains("Lena Novak", "mailing 4711", "LDI-2026-4711")
                .contains("Acknowledged", "Closed after the stability watch")
                .contains("Require two readers for bucket policies");
        assertThat(run("verify", "--document", file.toString())).contains("The same");
        assertThat(run("verify")).contains("Intact");
    }

    @Test
    @Order(17)
    @Tag("F02")
    void otto_suspects_something_and_only_those_who_handle_it_learn_of_it() {
        Person otto = story.person("otto");
        assertThat(otto.types(general, "/incident report A vendor's invoice looks forged").text())
                .contains("reported in private", "security@featuresignals.com");
        Channel hidden = story.soon("sec-2");
        story.settle();
        assertThat(hidden.isPrivate()).isTrue();
        assertThat(hidden.has(otto)).isTrue();
        assertThat(hidden.has(sam)).isTrue();
        assertThat(hidden.has(kim)).isFalse();
        assertThat(kim.types(general, "/incident status INC-2").text())
                .contains("no incident here that you can see");
        assertThat(story.count(story.channel("incidents"), "forged")).isZero();
        sam.types(hidden, "/incident dismiss it is a real invoice");
        story.soon(hidden, "Dismissed: not an incident");
    }

    @Test
    @Order(18)
    @Tag("F01")
    @Tag("F06")
    @Tag("F07")
    void a_call_nobody_answers_climbs_and_a_changed_severity_reckons_every_clock_anew() {
        ana.types(general, "/incident declare P1 Search is slow");
        Channel slow = story.soon("inc-3-search-is-slow");
        story.settle();
        long elis = eli.directMessages().size();
        story.push("PT16M");
        ana.types(slow, "/incident severity P0 nothing is found at all");
        assertThat(story.soon(slow, "Raised from P1 to P0").plainText())
                .contains("Acknowledgment", "overdue", "Resolution: due");
        story.eventually(
                "next on call is told", () -> newest(ben, "Search is slow · #inc-3").isPresent());
        story.push("PT10M");
        story.eventually("the last resort is told", () -> eli.directMessages().size() > elis);
        ana.types(slow, "/incident severity P1 most searches work");
        assertThat(story.soon(slow, "Lowered from P0 to P1").plainText())
                .contains("most searches work", "Acknowledgment: due");
        story.settle();
        long told = eli.directMessages().size();
        ben.joins(slow);
        ben.types(slow, "/incident ack");
        assertThat(story.soon(slow, "Acknowledged by @Ben Okafor after 26 min").plainText())
                .doesNotContain("late");
        story.push("PT20M");
        story.settle();
        assertThat(eli.directMessages().size()).as("nobody is called any more").isEqualTo(told);
        ben.types(slow, "/incident resolve the index was rebuilt");
        cleo.types(slow, "/incident close override: it is quiet and the cause is known");
        story.soon(slow, "Closed by @Cleo Marsh");
    }

    @Test
    @Order(19)
    @Tag("F15")
    @Tag("F27")
    void a_vendor_tells_us_and_our_own_duty_counts_from_then() {
        sam.types(general, "/incident declare P2 Mail provider breached");
        Channel mail = story.soon("inc-4-mail-provider-breached");
        story.card(mail);
        assertThat(sam.types(mail, "/incident vendor Postman & Sons told 2 hours ago").text())
                .contains("INC-4 began at Postman & Sons");
        story.soon(mail, "It began at the vendor Postman & Sons");
        sam.types(mail, "/incident notify");
        assertThat(sam.modal().orElseThrow().plainText())
                .contains("Tell customers of a vendor's incident", "2 days 22 h left")
                .doesNotContain("Nobody has recorded when");
        sam.closesEverything();
        sam.types(mail, "/incident resolve their keys were replaced");
        cleo.joins(mail);
        cleo.types(mail, "/incident assign commander @cleo");
        cleo.types(mail, "/incident close override: the rest is the vendor's");
        story.soon(mail, "Closed by @Cleo Marsh");
    }

    @Test
    @Order(20)
    @Tag("F26")
    void the_quarter_ends_with_a_disaster_recovery_drill_that_is_on_record() {
        Channel all = story.channel("incidents");
        story.push("P50D");
        Message owed = story.soon(all, "Owed to the plan: Disaster-recovery test");
        sam.clicks(owed, "Start the drill");
        sam.submits(
                sam.modal().orElseThrow(),
                Map.of(
                        "What is rehearsed?", "Restore the database",
                        "How grave is it, in the play?", "P1 · Major"));
        Channel drill = story.soonStartingWith("drill");
        story.card(drill);
        sam.types(drill, "/incident drill finding Nobody had the key");
        sam.types(drill, "/incident resolve");
        story.settle();
        sam.types(drill, "/incident drill end");
        sam.submits(
                sam.modal().orElseThrow(),
                Map.of(
                        "How did it go?", "Goal met, with findings",
                        "What was tested?", "The restore from last night's backup",
                        "What came of it?", "Restored in 40 minutes"));
        story.soon(all, "Disaster-recovery test is done, by drill INC-5; next by");
        sam.closesEverything();
        sam.types(general, "/incident plan");
        assertThat(sam.modal().orElseThrow().plainText())
                .contains("drill INC-5", "Restored in 40 minutes");
        assertThat(run("verify")).contains("Intact");
    }

    private void types(Person person, String words) {
        if (!room.has(person)) {
            person.joins(room);
        }
        Reply reply = person.types(room, "/incident " + words);
        assertThat(reply.error()).as(words).isEmpty();
    }

    private String checklist(Person person, String phase) {
        person.closesEverything();
        person.types(room, "/incident checklist " + phase);
        String shown = person.modal().orElseThrow().plainText();
        person.closesEverything();
        return shown;
    }

    private void writes(String purpose, String text) {
        dora.types(room, "/incident draft " + purpose);
        Modal form = dora.modal().orElseThrow();
        dora.submits(form, Map.of("Text", text, "When this is saved", "Ask for review at once"));
        story.soon(room, "waits for approval by");
    }

    /** Cleo releases this notice and Dora marks it as sent. */
    private void releasesAndSends(String notice, String towhom, String proof) {
        cleo.clicks(said(notice, "it can be released"), "Release");
        cleo.submits(cleo.modal().orElseThrow(), Map.of());
        cleo.closesEverything();
        dora.clicks(said(notice, "may be sent now"), "Mark as sent");
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("To whom, or to how many?", towhom);
        sent.put("Where can that be seen?", proof);
        assertThat(dora.submits(dora.modal().orElseThrow(), sent).fieldErrors()).isEmpty();
        said(notice, "marked as sent");
        dora.closesEverything();
        story.settle();
    }

    private void section(String name, String words) {
        cleo.types(room, "/incident postmortem");
        cleo.clicksIn(cleo.modal().orElseThrow(), "review-section:" + name);
        story.eventually(
                name + " opens",
                () -> cleo.modal().filter(m -> m.submitLabel().equals("Save")).isPresent());
        Modal form = cleo.modal().orElseThrow();
        cleo.submits(form, Map.of(form.labels().getFirst(), words));
        cleo.closesEverything();
    }

    private void opens(Person person, String label) {
        story.eventually(
                "a form that asks “" + label + "”",
                () -> person.modal().filter(m -> m.labels().contains(label)).isPresent());
    }

    private void titled(Person person, String title) {
        story.eventually(
                "the form “" + title + "”",
                () -> person.modal().filter(m -> m.title().equals(title)).isPresent());
    }

    private String everyPage(Person person) {
        StringBuilder pages = new StringBuilder(person.modal().orElseThrow().plainText());
        while (person.modal().orElseThrow().buttons().contains("Next")) {
            String page = person.modal().orElseThrow().plainText();
            person.clicksIn(person.modal().orElseThrow(), "Next");
            story.eventually(
                    "the next page", () -> !person.modal().orElseThrow().plainText().equals(page));
            pages.append(person.modal().orElseThrow().plainText());
        }
        return pages.toString();
    }

    private Message heard(Person person, String words) {
        story.eventually(
                person.handle() + " hears “" + words + "”",
                () -> newest(person, words).isPresent());
        return newest(person, words).orElseThrow();
    }

    /**
     * The newest message of the incident's channel with all these words, as soon as it is there.
     */
    private Message said(String... words) {
        story.eventually(List.of(words).toString(), () -> find(words).isPresent());
        return find(words).orElseThrow();
    }

    private Optional<Message> find(String... words) {
        return room.messages().reversed().stream()
                .filter(m -> List.of(words).stream().allMatch(m.plainText()::contains))
                .findFirst();
    }

    private Message newest(Channel where, String words) {
        return story.newest(where, words).orElseThrow();
    }

    private static Optional<Message> newest(Person person, String words) {
        List<Message> found =
                person.directMessages().stream()
                        .filter(m -> m.plainText().contains(words))
                        .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    private void documentShows(String... words) {
        for (String each : words) {
            story.eventually(
                    "“" + each + "” in the document",
                    () -> room.canvas().orElse("").contains(each));
        }
    }

    private long escalations() {
        return story.count(room, "Escalation: Status update")
                + story.count(room, "Reminder: Status update");
    }

    private long reminders() {
        return ben.directMessages().stream()
                .filter(m -> m.plainText().contains("⏰ Action item"))
                .count();
    }

    private String minutes() {
        return hoursAgo(0);
    }

    private String hoursAgo(int hours) {
        return story.muster().now().minusSeconds(hours * 3_600L).toString().substring(0, 16);
    }

    private String run(String... verb) {
        StringWriter said = new StringWriter();
        Console console =
                new Console(
                        Map.of("MUSTER_DATABASE_URL", story.database().url()),
                        new PrintWriter(said),
                        new PrintWriter(said));
        int ignored = Cli.run(console, verb);
        return said.toString();
    }
}
