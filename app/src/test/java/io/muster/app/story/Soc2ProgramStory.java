package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** The plan SOC2-IRP-001, sentence by sentence, as the people live it who have to keep it. */
class Soc2ProgramStory {
    @Test
    @Tag("S01")
    @Tag("S02")
    @Tag("S03")
    @Tag("S04")
    @Tag("S06")
    @Tag("S07")
    @Tag("S08")
    @Tag("S09")
    @Tag("S10")
    @Tag("S11")
    @Tag("S12")
    @Tag("S13")
    @Tag("S14")
    @Tag("S15")
    void a_breach_of_customer_data_from_the_first_alert_to_the_board() {
        try (Story story = program()) {
            Soc2Breach breach = Soc2Breach.declared(story);
            breach.everyoneWhoMustKnowAtOnceIsCalled();
            breach.triageConfirmsItWithinAQuarterOfAnHour();
            breach.itHasATicketInTheTeamsOwnSystem();
            breach.theMatrixIsWorkedOff();
            breach.nothingIsRepairedBeforeTheEvidenceIsKept();
            breach.legalHearsOfItBeforeEvidenceLeaves();
            breach.theAttackerIsShutOut();
            breach.nothingOfTheAttackerRemains();
            breach.serviceIsRestoredFromWhatIsProvenClean();
            breach.silenceIsNoticed();
            breach.customersAreToldInWordsThatLegalHasRead();
            breach.itIsWatchedFor72HoursBeforeItIsClosed();
            breach.theReviewIsDraftedFromTheRecord();
            breach.theCisoApprovesAndHearsItAndTheBoardIsTold();
            Soc2Record.of(breach).provesIt();
        }
    }

    @Test
    @Tag("S05")
    @Tag("S04")
    @Tag("S02")
    void what_triage_finds_to_be_no_incident_is_dismissed_with_its_reason() {
        try (Story story = program()) {
            Acting at = Acting.declared(story, "otto", "P3 Strange mail from the bank");
            assertThat(at.card()).contains("@Sam Lindqvist", "First response: due");
            assertThat(at.hears("sam", "You are called").plainText()).contains("P3 · INC-1");
            at.types("sam", "ack");
            at.types("sam", "dismiss", "Say why");
            at.types("sam", "dismiss It is our own phishing test", "the reason is kept");
            at.soon("It is our own phishing test");
            assertThat(at.card()).contains("Dismissed").doesNotContain("due ");
            story.push("P10D");
            story.settle();
            assertThat(at.count("Reminder")).as("nothing is owed any more").isZero();
            assertThat(at.sheet("sam", "timeline").plainText())
                    .contains("It is our own phishing test");
        }
    }

    @Test
    @Tag("S10")
    @Tag("S04")
    @Tag("S01")
    void a_suspected_breach_is_told_within_24_hours_of_its_being_raised_to_p1() {
        try (Story story = program()) {
            story.person("otto").types(story.channel("general"), "/incident report Odd exports");
            Channel room = story.soon("sec-1");
            story.card(room);
            Acting at = new Acting(story, room);
            assertThat(at.hears("ciro", "INC-1").plainText()).contains("P2");
            assertThat(at.sheet("ciro", "matrix").plainText()).contains("raises its severity");
            story.push("PT5H");
            assertThat(at.heard("lena", "INC-1")).as("few know of a suspicion").isEmpty();
            assertThat(at.sheet("ciro", "notify").plainText())
                    .contains("Customers: suspected breach: counts from");
            at.types("ciro", "severity P1 the exports hold customer rows", "INC-1 is P1 now");
            assertThat(at.card()).contains("P1", "@Ciro Vitale");
            for (String handle : List.of("eli", "lena", "ben")) {
                assertThat(at.hears(handle, "You are called").plainText()).contains("P1 · INC-1");
                assertThat(room.has(at.person(handle))).as(handle).isTrue();
            }
            assertThat(at.sheet("ciro", "notify").plainText())
                    .contains("Customers: suspected breach", "Investigating")
                    .containsPattern("2[43] h left");
            at.types("ciro", "fact customer-data unknown still counting", "Recorded");
            story.push("PT12H");
            at.soon("Reminder: Customers: suspected breach");
            at.press("ciro", "duty-breach-suspected", "Write a notice");
            at.submits("ciro", Map.of("What is it for?", "Suspected breach notice"));
            assertThat(at.open("ciro").value("By which way?").toString())
                    .containsIgnoringCase("mail");
            at.person("ciro").closesEverything();
            at.types("ciro", "fact customer-data no the rows were made up for a test", "Recorded");
            assertThat(at.sheet("ciro", "notify").plainText())
                    .contains("Not owed", "Customers: suspected breach: answered no");
        }
    }

    @Test
    @Tag("S10")
    void an_outage_of_more_than_4_hours_is_told_within_the_hour() {
        try (Story story = program()) {
            Acting at = Acting.declared(story, "ana", "P2 Half of the API is down");
            at.types("ana", "ack");
            at.types("ana", "confirm operational");
            at.types("ana", "fact outage yes half of all calls fail", "Recorded");
            at.types("ana", "fact long-outage no a restart will do", "Recorded");
            assertThat(at.sheet("ana", "notify").plainText())
                    .contains("Customers: outage of more than 4 hours", "4 h after detection");
            story.push("PT4H30M");
            at.soon("Customers: outage of more than 4 hours");
            assertThat(at.sheet("ana", "notify").plainText())
                    .contains("status page, email for enterprise customers", "left");
            at.press("ana", "duty-sent:outage", "Record submission");
            at.submits(
                    "ana",
                    Map.of(
                            "By what can it be shown?",
                            "https://status.example/12",
                            "Who approved the words?",
                            "Lena Novak, Legal"));
            at.soon("https://status.example/12");
        }
    }

    @Test
    @Tag("S10")
    void a_patched_vulnerability_is_told_within_30_days() {
        try (Story story = program()) {
            Acting at = Acting.declared(story, "ana", "P3 Export ignored permissions");
            at.types("ana", "ack");
            at.types("ana", "confirm security");
            at.types("ana", "fact vulnerability-patched yes fixed in 4.2", "Recorded");
            assertThat(at.sheet("ana", "notify").plainText())
                    .contains("release notes, security advisory")
                    .containsPattern("(30 days|29 days 23 h) left");
            story.push("P15D");
            at.soon("Reminder: Customers: patched vulnerability");
            story.push("P16D");
            at.soon("Escalation: Customers: patched vulnerability");
        }
    }

    @Test
    @Tag("S04")
    @Tag("S02")
    @Tag("S01")
    void a_policy_violation_is_the_analysts_and_reaches_the_security_lead_by_digest() {
        try (Story story = program()) {
            Acting at = Acting.declared(story, "kim", "P4 Badge lent to a friend");
            assertThat(at.hears("ana", "You are called").plainText()).contains("P4 · INC-1");
            assertThat(at.card()).contains("@Sam Lindqvist");
            assertThat(at.sheet("ana", "matrix").plainText())
                    .contains("Security analyst", "Not applicable", "daily digest");
            story.push("PT24H");
            assertThat(at.hears("sam", "Daily digest").plainText()).contains("P4 INC-1");
        }
    }

    @Test
    @Tag("S15")
    void the_plan_is_reviewed_each_year_rehearsed_each_year_and_looked_at_after_a_p2() {
        try (Story story = program()) {
            Person ciro = story.person("ciro");
            Acting at = Acting.declared(story, "ciro", "P2 Admin account used at night");
            at.types("ciro", "resolve It was the backup job");
            at.types("ciro", "close override: it is quiet", "INC-1 is closed");
            Channel all = story.channel("incidents");
            Message owed = story.soon(all, "Owed to the plan: Immediate plan review");
            assertThat(owed.plainText()).contains("P2 INC-1");
            at.answers(
                    "ciro",
                    owed,
                    "Record review",
                    Map.of("What came of it?", "Backup jobs get an account of their own"));
            story.soon(all, "Immediate plan review is done");
            assertThat(at.sheet("ciro", "plan").plainText())
                    .contains("SOC2-IRP-001", "1.0", "March 2026", "Internal")
                    .contains("CISO / Security Operations", "First issue")
                    .contains("Annual plan review", "Tabletop exercise")
                    .contains("Backup jobs get an account of their own");
            ciro.closesEverything();
            story.push("P340D");
            story.soon(all, "Owed to the plan: Annual plan review");
            Message tabletop = story.soon(all, "Owed to the plan: Tabletop exercise");
            rehearse(at, tabletop);
            story.soon(all, "Tabletop exercise is done, by drill INC-2");
        }
    }

    private static void rehearse(Acting at, Message owed) {
        at.answers(
                "ciro",
                owed,
                "Start the drill",
                Map.of(
                        "What is rehearsed?", "Ransomware on a Friday",
                        "How grave is it, in the play?", "P1 · Critical"));
        Channel room = at.story().soonStartingWith("drill-2");
        at.story().card(room);
        Acting drill = new Acting(at.story(), room);
        drill.types("ciro", "ack");
        drill.types("ciro", "drill finding Nobody had Lena's number", "Recorded");
        drill.types("ciro", "resolve");
        drill.sheet("ciro", "drill end");
        drill.submits(
                "ciro",
                Map.of(
                        "How did it go?", "Goal met, with findings",
                        "What was tested?", "Who calls whom",
                        "What came of it?", "Everyone was reached but Legal"));
    }

    @Test
    @Tag("S01")
    void the_first_response_is_due_by_severity() {
        try (Story story = program()) {
            Map<String, String> targets =
                    Map.of("P1", "PT15M", "P2", "PT1H", "P3", "PT4H", "P4", "PT24H");
            List<String> severities = List.of("P1", "P2", "P3", "P4");
            for (String severity : severities) {
                story.person("otto")
                        .types(
                                story.channel("general"),
                                "/incident declare " + severity + " Nobody looks");
            }
            java.time.Duration passed = java.time.Duration.ZERO;
            for (int i = 0; i < severities.size(); i++) {
                Acting at = Acting.in(story, i + 1);
                java.time.Duration due = java.time.Duration.parse(targets.get(severities.get(i)));
                story.push(due.minus(passed).minusMinutes(1).toString());
                at.types("otto", "status", "First response: due");
                story.push("PT2M");
                passed = due.plusMinutes(1);
                at.hears("ben", "INC-" + (i + 1));
                at.types("otto", "status", "First response: ⏰ overdue");
            }
        }
    }

    private static Story program() {
        return Story.begin("soc2-irp-001", Transport.HTTP);
    }
}
