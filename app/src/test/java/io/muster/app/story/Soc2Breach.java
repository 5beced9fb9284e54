package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;

import java.util.List;
import java.util.Map;

/**
 * Customer data was copied out. Ana is on call, Ciro is the CISO and commands, Ben leads
 * engineering, Sam security; Lena is Legal, Dora writes, Eli is the CEO and chairs the board.
 */
record Soc2Breach(Acting at) {
    private static final String ALL_OF_IT_WRITE_ONCE = "write-once, all";
    private static final String TICKET = "https://tickets.example/browse/SEC-7";
    private static final String WORDS =
            "On 3 March a stranger copied names and addresses of 412 of you. We have closed the way"
                    + " in. Please change your password.";

    /** An alert of the monitoring, declared with the form. */
    static Soc2Breach declared(Story story) {
        story.person("ana").types(story.channel("general"), "/incident declare");
        Modal form = story.person("ana").modal().orElseThrow();
        assertThat(form.options("How grave is it?").toString())
                .contains("P1 · Critical", "P2 · High", "P3 · Medium", "P4 · Low");
        story.person("ana")
                .submits(
                        form,
                        Map.of(
                                "What is wrong?", "Customer table copied out",
                                "How grave is it?", "P1 · Critical",
                                "What is happening?", "The SIEM saw 2 GB leave db-1",
                                "How was it noticed?", "Monitoring"));
        assertThat(story.person("ana").modal().orElseThrow().title())
                .isEqualTo("INC-1 is declared");
        story.person("ana").closesEverything();
        return new Soc2Breach(Acting.in(story, 1));
    }

    // Phase 1: identify

    void everyoneWhoMustKnowAtOnceIsCalled() {
        assertThat(at.story().soon(at.story().channel("incidents"), "INC-1").plainText())
                .contains("P1", "Customer table copied out");
        for (String handle : List.of("ciro", "eli", "lena", "ben")) {
            Message call = at.hears(handle, "You are called");
            assertThat(call.plainText()).contains("P1 · INC-1", "Customer table copied out");
            assertThat(at.room().has(at.person(handle))).as(handle).isTrue();
        }
        assertThat(at.hears("ciro", "You are called").plainText())
                .contains("called as Incident commander and CISO");
        assertThat(at.person("ciro").directMessages()).as("one call").hasSize(1);
        assertThat(at.heard("kim", "INC-1")).as("P1 does not name her").isEmpty();
        assertThat(at.card()).contains("@Ciro Vitale", "First response: due", "Identify", "INC-1");
    }

    void triageConfirmsItWithinAQuarterOfAnHour() {
        at.push("PT8M");
        assertThat(at.hears("ana", "First response").plainText()).contains("INC-1");
        at.types("ana", "ack", "You have acknowledged INC-1");
        at.types("ana", "confirm security", "INC-1 is confirmed");
        at.soon("Confirmed");
        assertThat(at.card()).contains("Confirmed", "Security").doesNotContain("First response");
    }

    void itHasATicketInTheTeamsOwnSystem() {
        at.types("ana", "ticket", "No ticket is linked yet", "under INC-1");
        at.types("ana", "ticket " + TICKET, "INC-1 is kept as", "SEC-7");
        at.types("ana", "ticket " + TICKET, "linked already");
        at.soon("Ticket linked");
        assertThat(at.card()).contains("Ticket", "SEC-7");
    }

    void theMatrixIsWorkedOff() {
        Modal matrix = at.sheet("ana", "matrix");
        assertThat(matrix.plainText())
                .contains("At once", "Within 1 h", "Within 24 h", "Muster writes to @Eli Tanaka");
        at.types("ana", "matrix told staff mail to all who work with db-1", "Recorded");
        at.types("ana", "fact customers-impacted yes the rows name them", "Recorded");
        at.types("ana", "fact regulators-required yes Lena says so", "Recorded");
        at.push("PT25M");
        at.person("eli").clicks(at.hears("eli", "as Board chair"), "I have seen it");
        assertThat(at.sheet("ana", "checklist identify").plainText())
                .contains("4/5 settled", "shown by the record");
        at.types("ana", "phase identify done", "Identify is finished");
    }

    // Phase 2: contain, evidence first

    void nothingIsRepairedBeforeTheEvidenceIsKept() {
        at.types("ben", "phase contain start", "Contain is running");
        at.types("ben", "phase eradicate start", "Eradicate cannot be started yet");
        at.types("ben", "phase recover start", "Recover cannot be started yet");
        keep("Memory dump", "RAM of db-1");
        keep("System state (processes, connections, open files)", "ps, ss, lsof of db-1");
        keep("Disk image", "Disk of db-1");
        keep("Cloud state (snapshot, audit log)", "Snapshot and audit log");
        keep("Log export", "Database logs");
        at.sheet("ben", "evidence");
        at.person("ben").clicksIn(at.open("ben"), "Custody is complete");
        at.soon("custody");
        at.types("ben", "task done evidence", "Ticked");
        assertThat(at.sheet("ben", "evidence").plainText())
                .contains(
                        "1. Memory: E1",
                        "5. Logs, on write-once storage: E5",
                        "☑ 6. Chain of custody");
    }

    private void keep(String type, String what) {
        at.sheet("ben", "evidence add " + what);
        at.submits(
                "ben",
                Map.of(
                        "Type",
                        type,
                        "Which system does it come from?",
                        "db-1",
                        "SHA-256",
                        Integer.toHexString(what.hashCode() | 0x10000000).repeat(8),
                        "Where is it kept?",
                        "s3://evidence-lock/inc-1",
                        "How is it kept?",
                        ALL_OF_IT_WRITE_ONCE));
        at.person("ben").closesEverything();
    }

    void legalHearsOfItBeforeEvidenceLeaves() {
        Map<String, String> filled =
                Map.of("With whom?", "Forensics Ltd", "What for?", "malware analysis");
        at.sheet("ben", "evidence share E1");
        assertThat(at.person("ben").submits(at.open("ben"), filled).fieldErrors().toString())
                .contains("until Legal was told");
        at.sheet("ben", "evidence");
        at.person("ben").clicksIn(at.open("ben"), "Tell Legal");
        at.person("lena").clicks(at.hears("lena", "take note"), "I have taken note");
        at.soon("Legal took note");
        at.sheet("ben", "evidence share E1");
        at.submits("ben", filled);
        at.soon("shared with Forensics Ltd");
    }

    void theAttackerIsShutOut() {
        at.types("ben", "task done isolate", "Ticked");
        at.types("ben", "task done revoke", "Ticked");
        at.types("ben", "task done logging", "Ticked");
        at.types("ben", "task done block", "Ticked");
        assertThat(at.sheet("ben", "checklist contain").plainText()).contains("12/12 settled");
        at.types("ben", "phase contain done", "Contain is finished");
    }

    // Phases 3 and 4: eradicate, recover

    void nothingOfTheAttackerRemains() {
        at.types("ben", "phase eradicate start", "Eradicate is running");
        at.types("ben", "phase recover start", "Recover cannot be started yet");
        at.types("ben", "fact cause An account without an owner, its password leaked", "Recorded");
        for (String item : List.of("root-cause", "malware", "patch", "verify-clean")) {
            at.types("ben", "task done " + item, "Ticked");
        }
        at.types("ben", "phase eradicate done", "Eradicate is finished");
    }

    void serviceIsRestoredFromWhatIsProvenClean() {
        at.types("ben", "phase recover start", "Recover is running");
        at.types("ben", "task done restore", "Sound backups before restoring");
        for (String item : List.of("backup-integrity", "restore", "rebuild")) {
            at.types("ben", "task done " + item, "Ticked");
        }
        at.types("ben", "phase recover done", "Scan what was restored");
        at.types("ben", "task done scan", "Ticked");
        at.types("ben", "phase recover done", "Recover is finished");
    }

    // Phase 5: communicate

    void silenceIsNoticed() {
        at.push("PT30M");
        at.soon("Reminder: Status update");
        at.types("ciro", "update The way in is closed, the data is being counted", "is posted");
    }

    void customersAreToldInWordsThatLegalHasRead() {
        at.types("ciro", "phase communicate start", "Communicate is running");
        at.types("ciro", "fact customers 412 customers in Spain and Germany", "Recorded");
        at.types("ciro", "fact data Names and postal addresses", "Recorded");
        at.types("ciro", "fact impact No passwords and no cards were taken", "Recorded");
        at.types("ciro", "fact personal-data yes names", "Recorded");
        at.types("ciro", "fact customer-data yes counted", "Recorded");
        at.types("ciro", "fact outage no it was never down", "Recorded");
        theNoticeIsWrittenReadReleasedAndSent();
        discharge("breach-suspected", "mail with status Investigating, MX-1");
        discharge("gdpr-33", "LDI-2026-4711");
        discharge("gdpr-34", "mailing 9");
        at.types("dora", "matrix told customers by the notice N-1");
        at.types("lena", "matrix told regulators by the portal, LDI-2026-4711");
        at.types("ana", "task done stakeholders", "Ticked");
        at.types("dora", "task done internal", "Ticked");
        at.types("dora", "task done customers", "Ticked");
        at.types("dora", "task done regulators", "Ticked");
        at.types("ciro", "phase communicate done", "Communicate is finished");
    }

    private void theNoticeIsWrittenReadReleasedAndSent() {
        Modal duties = at.sheet("dora", "notify");
        assertThat(duties.plainText())
                .contains("Customers: confirmed breach", "Customers: suspected breach")
                .contains("email, in-app, direct call for enterprise customers")
                .contains("GDPR: tell the data protection authority", "Not owed");
        at.press("dora", "duty-breach-confirmed", "Write a notice");
        at.submits("dora", Map.of("What is it for?", "Customer breach notice"));
        assertThat(at.open("dora").value("Text").toString())
                .contains("Names and postal addresses", "INC-1");
        at.submits("dora", Map.of("Text", WORDS, "When this is saved", "Ask for review at once"));
        at.soon("waits for approval by");
        Message asked = at.hears("lena", "Your approval is needed");
        assertThat(asked.plainText()).contains("as Legal counsel", "412 of you");
        at.answers("lena", asked, "Approve", Map.of());
        Message approved = at.soon("it can be released");
        at.answers("ciro", approved, "Release", Map.of());
        Message released = at.soon("may be sent now");
        at.answers(
                "dora",
                released,
                "Mark as sent",
                Map.of(
                        "By which way did it go?", "Email, in-app, calls to enterprise customers",
                        "To whom, or to how many?", "412 customers",
                        "Where can that be seen?", "https://mail.example/9",
                        "What exactly was sent?", WORDS));
        at.soon("marked as sent");
    }

    private void discharge(String duty, String proof) {
        at.sheet("lena", "notify");
        at.press("lena", "duty-sent:" + duty, "Record submission");
        at.submits(
                "lena",
                Map.of(
                        "By what can it be shown?",
                        proof,
                        "Who approved the words?",
                        "Lena Novak, Legal"));
        at.person("lena").closesEverything();
        at.soon(proof);
    }

    // Watch, close, learn

    void itIsWatchedFor72HoursBeforeItIsClosed() {
        at.types("ciro", "resolve The way in is closed, service runs from clean images");
        at.soon("Resolved by");
        at.types("ciro", "close", "Not yet", "stable for");
        at.push("PT72H");
        at.soon("has been stable long enough");
        at.types("ciro", "close", "INC-1 is closed");
        at.soon("Closed by");
        at.story().soon(at.story().channel("incidents"), "Owed to the plan: Immediate plan review");
    }

    void theReviewIsDraftedFromTheRecord() {
        at.soon("Post-incident review drafted from the record");
        assertThat(at.card()).contains("Post-incident review: due");
        assertThat(at.sheet("ben", "pir").plainText())
                .containsSubsequence(
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
        keepAsBegun("summary", "Customer table copied out", "The SIEM saw 2 GB leave db-1");
        keepAsBegun("detection-method", "Monitoring");
        keepAsBegun("root-cause", "An account without an owner, its password leaked");
        keepAsBegun(
                "customer-impact", "Customers: 412 customers", "Data: Names and postal addresses");
        keepAsBegun("containment-actions", "Cut affected systems off", "Withdraw compromised");
        keepAsBegun("eradication-actions", "Remove malware", "Close the hole");
        keepAsBegun("recovery-actions", "Prove the integrity of backups", "known-good images");
        assertThat(section("lessons-learned").value(LESSONS).toString()).doesNotContain("known");
        at.submits("ben", Map.of(LESSONS, "Accounts need an owner and an end"));
        at.types(
                "ben", "action add Close accounts that nobody used for 30 days @sam by in 2 weeks");
        at.soon("Action item 1 for @Sam Lindqvist");
        at.hears("sam", "is yours, given by @Ben Okafor");
    }

    private static final String LESSONS = "Lessons Learned";

    private Modal section(String name) {
        at.sheet("ben", "pir");
        at.person("ben").clicksIn(at.open("ben"), "review-section:" + name);
        at.story().eventually(name + " opens", () -> at.open("ben").submitLabel().equals("Save"));
        return at.open("ben");
    }

    private void keepAsBegun(String name, String... words) {
        Modal section = section(name);
        assertThat(section.plainText()).contains("Begun from the record");
        assertThat(section.value(section.labels().getFirst()).toString()).contains(words);
        at.submits("ben", Map.of());
    }

    void theCisoApprovesAndHearsItAndTheBoardIsTold() {
        at.sheet("ben", "pir");
        at.press("ben", "Submit for approval", "Submit for approval");
        at.submits("ben", Map.of());
        assertThat(at.open("ben").plainText()).contains("Waits for approval");
        at.person("ben").closesEverything();
        at.answers("ciro", at.hears("ciro", "waits for approval"), "Approve", Map.of());
        at.soon("approved");
        assertThat(at.card()).contains("Presentation to the CISO: due", "Report to the Board: due");
        present("Presentation to the CISO", "Talked through with Ciro, two questions");
        present("Report to the Board", "On the agenda of 12 March");
        for (String item : List.of("hold", "improve", "present", "board")) {
            at.types("ben", "task done " + item);
        }
        assertThat(at.sheet("ben", "checklist review").plainText()).contains("5/5 settled");
    }

    private void present(String what, String how) {
        at.sheet("ben", "pir");
        at.press("ben", "Record: " + what, "Record it");
        at.submits("ben", Map.of("How, and what came of it", how));
        at.person("ben").closesEverything();
        at.soon(how);
    }
}
