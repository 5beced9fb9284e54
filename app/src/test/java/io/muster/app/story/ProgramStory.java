package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.db.Archive;
import io.muster.db.journal.ChainAudit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** A year goes by: the plan is reviewed, rehearsed and tested, or everybody hears of it. */
class ProgramStory {
    @Test
    @Tag("S15")
    void a_year_passes_and_the_review_is_reminded_of_and_recorded() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ciro = story.person("ciro");
            story.push("P340D");
            Channel all = story.channel("incidents");
            Message reminder = story.soon(all, "Owed to the plan: Annual plan review");
            story.eventually(
                    "the CISO hears it in person",
                    () ->
                            ciro.directMessages().stream()
                                    .anyMatch(m -> m.plainText().contains("Annual plan review")));
            ciro.clicks(reminder, "Record review");
            ciro.submits(
                    ciro.modal().orElseThrow(),
                    Map.of(
                            "What came of it?", "Two roles renamed",
                            "Where are the minutes?", "https://minutes.example/1"));
            story.soon(all, "Annual plan review is done; next by");
            story.settle();
            assertThat(story.newest(all, "Owed to the plan: Annual plan review"))
                    .hasValueSatisfying(m -> assertThat(m.plainText()).contains("Done by"));
            assertThat(planOf(story, ciro).plainText())
                    .contains("SOC2-IRP-001", "Internal", "CISO / Security Operations")
                    .contains(
                            "Annual plan review", "Two roles renamed", "https://minutes.example/1")
                    .contains("First issue", "In force here");
            ciro.opensHome();
            story.eventually(
                    "the Home shows the plan",
                    () -> ciro.home().plainText().contains("SOC2-IRP-001, version 1.0"));
            assertThat(intact(story)).isTrue();
        }
    }

    @Test
    @Tag("S15")
    void a_p1_that_is_closed_makes_an_immediate_review_owed() {
        try (Story story = Story.begin("soc2-irp-001", Transport.HTTP)) {
            Person ciro = story.person("ciro");
            ciro.types(story.channel("general"), "/incident declare P1 Keys leaked");
            Channel room = story.soon("inc-1-keys-leaked");
            story.card(room);
            ciro.types(room, "/incident resolve done");
            assertThat(ciro.types(room, "/incident close override: it is quiet").text())
                    .contains("INC-1 is closed");
            Channel all = story.channel("incidents");
            story.soon(all, "Owed to the plan: Immediate plan review");
            story.soon(all, "Because P1 INC-1 is over");
            story.settle();
            assertThat(planOf(story, ciro).plainText()).contains("Because of P1 INC-1");
        }
    }

    @Test
    @Tag("F26")
    @Tag("S15")
    void the_quarterly_test_is_run_as_a_drill_and_proves_it() {
        try (Story story = Story.begin()) {
            Person sam = story.person("sam");
            story.push("P85D");
            Channel all = story.channel("incidents");
            Message reminder = story.soon(all, "Owed to the plan: Disaster-recovery test");
            sam.clicks(reminder, "Start the drill");
            sam.submits(
                    sam.modal().orElseThrow(),
                    Map.of(
                            "What is rehearsed?", "Restore the database",
                            "How grave is it, in the play?", "P1 · Major",
                            "How fast does time run?", "10 times as fast",
                            "What is thrown in, and when?", "+5m The backup is empty"));
            Channel room = story.soon("drill-1-restore-the-database");
            assertThat(story.card(room).plainText()).contains("DRILL", "×10");
            sam.types(room, "/incident timeline");
            assertThat(sam.modal().orElseThrow().plainText())
                    .contains("Drill planned")
                    .doesNotContain("Inject 1");
            sam.closesEverything();
            story.push("PT5M");
            assertThat(story.soon(room, "Inject: The backup is empty").plainText())
                    .contains("DRILL");
            sam.types(room, "/incident drill inject The press calls");
            sam.types(room, "/incident drill finding Nobody had the key");
            story.soon(room, "Nobody had the key");
            sam.types(room, "/incident resolve");
            assertThat(sam.types(room, "/incident close").text()).contains("End the drill");
            story.settle();
            sam.clicks(story.card(room), "End the drill");
            sam.submits(
                    sam.modal().orElseThrow(),
                    Map.of(
                            "How did it go?", "Goal met, with findings",
                            "What was tested?", "The restore from last night's backup",
                            "What came of it?", "Restored in 40 minutes",
                            "What is to be done?", "A second key, Ben by Friday"));
            story.soon(room, "Drill concluded: Goal met, with findings");
            story.soon(all, "Disaster-recovery test is done, by drill INC-1; next by");
            story.settle();
            assertThat(planOf(story, sam).plainText())
                    .contains("drill INC-1", "Restored in 40 minutes");
            assertThat(story.count(room, "drafted from the record"))
                    .as("its report is all that a drill owes")
                    .isZero();
            assertEverythingIsMarked(story, room);
            assertThat(intact(story)).isTrue();
        }
    }

    private static void assertEverythingIsMarked(Story story, Channel room) {
        assertThat(room.topic()).contains("DRILL");
        assertThat(room.messages())
                .filteredOn(m -> m.plainText().length() > 0 && m.isFromApp() && !m.isSystem())
                .allMatch(m -> m.plainText().contains("DRILL"));
        for (Person person : story.sandbox().workspace().people()) {
            assertThat(person.directMessages())
                    .filteredOn(
                            m -> m.plainText().contains("INC-1") && m.isFromApp() && !m.isSystem())
                    .filteredOn(m -> !m.plainText().contains("Disaster-recovery test"))
                    .allMatch(m -> m.plainText().contains("DRILL"));
        }
    }

    @Test
    @Tag("F27")
    void a_vendor_incident_names_the_vendor_and_when_they_told_us() {
        try (Story story = Story.begin()) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare P2 Mails are late");
            Channel room = story.soon("inc-1-mails-are-late");
            Message card = story.card(room);
            assertThat(ana.types(room, "/incident vendor Acme Mail told tomorrow").text())
                    .contains("no time that Muster can read");
            assertThat(ana.types(room, "/incident vendor Acme Mail told 2 hours ago").text())
                    .contains("INC-1 began at Acme Mail, who told us");
            story.soon(room, "It began at the vendor Acme Mail, who told us");
            story.settle();
            assertThat(story.card(room).plainText()).contains("Vendor", "Acme Mail, told us");
            assertThat(card.ts()).isEqualTo(story.card(room).ts());
            ana.types(room, "/incident timeline");
            assertThat(ana.modal().orElseThrow().plainText())
                    .contains("It began at the vendor Acme Mail", "Classified as Vendor");
            ana.closesEverything();
            assertThat(ana.types(room, "/incident vendor Acme Mail told 2026-03-04 09:40").text())
                    .as("read by the clock on her wall, which is in Madrid, and said back in both")
                    .contains("INC-1 began at Acme Mail", "which is 4 Mar 2026 08:40 UTC");
        }
    }

    private static Modal planOf(Story story, Person person) {
        person.closesEverything();
        person.types(story.channel("general"), "/incident plan");
        return person.modal().orElseThrow();
    }

    private static boolean intact(Story story) {
        try (Archive archive = Archive.open(story.database(), 2)) {
            return ChainAudit.check(archive).broken().isEmpty();
        }
    }
}
