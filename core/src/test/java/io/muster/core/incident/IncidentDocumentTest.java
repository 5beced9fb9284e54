package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.action.ActionKind;
import io.muster.core.approval.Revision;
import io.muster.core.approval.Wording;
import io.muster.core.document.Extent;
import io.muster.core.document.IncidentDocument;
import io.muster.core.document.Markdown;
import io.muster.core.document.Subject;
import io.muster.core.drill.Conclusion;
import io.muster.core.drill.DrillPlan;
import io.muster.core.drill.Inject;
import io.muster.core.evidence.ExhibitType;
import io.muster.core.fact.Answer;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in an incident's document. */
class IncidentDocumentTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/muster/core/document");
    private static final Map<PersonId, String> NAMES =
            Map.of(
                    Scene.ANA, "Ana Ruiz",
                    Scene.CLEO, "Cleo Marsh",
                    Scene.BEN, "Ben Okafor",
                    Scene.SAM, "Sam Lindqvist",
                    Scene.LENA, "Lena Vogt",
                    Scene.DORA, "Dora Klein",
                    Scene.CIRO, "Ciro Banks");
    private static final Wording WORDS = DraftRulesTest.words("We had an incident.");

    @Test
    @Tag("F08")
    @Tag("F13")
    void a_whole_incident_reads_as_it_happened() throws IOException {
        assertGolden("inc-1.md", new Life(Scene.under("featuresignals"), "P0").whole().text());
    }

    @Test
    @Tag("S06")
    void it_speaks_the_words_of_the_policy() {
        String text = new Life(Scene.under("soc2-irp-001"), "P1").text();
        assertThat(text)
                .contains(
                        "**Are customers affected?** not answered yet",
                        "### Eradicate",
                        "SOC2-IRP-001 version 1.0");
    }

    @Test
    @Tag("F10")
    void an_item_that_was_ruled_out_shows_the_reason_and_the_proof_and_counts_as_settled() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        ItemName failover = new ItemName("failover");
        life.does(Scene.ANA, new TaskCommand.LinkItem(failover, new FreeText("TICKET-7")));
        life.does(Scene.ANA, new TaskCommand.RuleOut(failover, new FreeText("no standby")));
        assertThat(life.text())
                .contains("➖ Switch to the standby", "not applicable: no standby (Ana Ruiz,")
                .contains("proof: TICKET-7", "| Containment | not yet | – | 1 of 5 |");
    }

    @Test
    @Tag("F21")
    void to_have_waited_longer_than_the_stability_watch_is_not_late() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        life.does(Scene.ANA, new IncidentCommand.Resolve(FreeText.NONE));
        life.scene.after("PT30H");
        life.does(Scene.CLEO, new IncidentCommand.Close(FreeText.NONE));
        assertThat(life.text())
                .contains("| Stability watch | Incident commander | 2026-03-05 10:07 UTC | met in")
                .contains("Clock met: Stability watch");
    }

    @Test
    @Tag("F13")
    void what_nobody_has_established_yet_is_shown_as_open() {
        String text = new Life(Scene.under("featuresignals"), "P0").text();
        for (String open :
                List.of("Findings", "Affected systems", "Affected data", "Affected customers")) {
            assertThat(text).contains("- **" + open + ":** not recorded yet");
        }
        assertThat(text).contains("| Began | not recorded yet | – | – |");
    }

    @Test
    @Tag("F13")
    void a_claimed_time_stands_beside_the_recorded_one_and_a_correction_shows() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        life.does(
                Scene.CLEO,
                new FactCommand.ClaimTime(
                        TimeName.CONFIRMED,
                        Instant.parse("2026-03-04T09:55:00Z"),
                        new FreeText("agreed on the phone")));
        life.does(
                Scene.CLEO,
                new FactCommand.ClaimTime(
                        TimeName.CONFIRMED, Instant.parse("2026-03-04T09:58:00Z"), FreeText.NONE));
        assertThat(life.text())
                .contains(
                        "| Confirmed | 2026-03-04 09:58 UTC | 2026-03-04 10:06 UTC | Cleo Marsh,",
                        ", corrected once |");
    }

    @Test
    @Tag("F08")
    @Tag("F13")
    void evidence_stands_with_its_hash_its_holder_and_what_legal_said() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        assertThat(life.text()).doesNotContain("## Evidence");
        life.keepsADisk();
        assertThat(life.text())
                .contains(
                        "- **Legal:** told (Lena Vogt), as recorded by Ana Ruiz, ",
                        "- **Legal hold:** nothing may be destroyed or returned; placed by Ana Ruiz",
                        "- E1 handed from Ana Ruiz to Sam Lindqvist, received ",
                        "| **E1** | Disk image: sda \\| sdb, from db-1; collected by Ana Ruiz, ",
                        " | `" + "0123456789abcdef".repeat(4) + "` | Sam Lindqvist | safe 3 | 1 |");
    }

    @Test
    @Tag("F08")
    @Tag("F13")
    void a_duty_stands_with_its_deadline_and_what_became_of_it() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        assertThat(life.text()).contains("| Tell affected customers | Affected customers | 2026-");
        life.sendsAndWaives();
        assertThat(life.text())
                .contains(
                        "| 2026-03-07 10:00 UTC | sent 2026-03-04 10:05 UTC; proof: ref 4711"
                                + " (recorded by Ana Ruiz, ",
                        " | not to be notified, decided by Lena Vogt, ",
                        ": no risk to anybody |");
    }

    @Test
    @Tag("F19")
    void a_duty_is_late_by_when_it_was_sent_and_not_by_when_that_was_recorded() {
        Scene scene = Scene.under("featuresignals");
        Life life = new Life(scene, "P0");
        scene.after("PT80H");
        life.does(Scene.ANA, DutyCourse.sent("customers", "2026-03-07T09:59:00Z", FreeText.NONE));
        life.does(
                Scene.ANA,
                DutyCourse.sent(
                        "gdpr-33", "2026-03-07T12:00:00Z", new FreeText("the portal was down")));
        assertThat(life.text())
                .contains(
                        "| sent 2026-03-07 09:59 UTC; proof: ref 4711",
                        "| sent late by 2 h, 2026-03-07 12:00 UTC; proof: ref 4711",
                        "| met in time, 2026-03-07 09:59 UTC |",
                        "| met, late by 2 h, 2026-03-07 12:00 UTC |",
                        "; late because: the portal was down |");
    }

    @Test
    @Tag("F08")
    @Tag("F13")
    void a_notice_stands_with_who_approved_which_words_and_the_proof_that_it_went_out() {
        Life life = new Life(Scene.under("featuresignals"), "P0");
        assertThat(life.text()).doesNotContain("## Notices");
        life.sendsANotice();
        String hash = Revision.shortHash(WORDS.hash());
        assertThat(life.text())
                .contains(
                        "| **N-1** ",
                        " | sent | Lena Vogt, 2026-03-04 10:02 UTC, SHA-256 `" + hash + "` | Cleo",
                        " by email, to 120 customers; proof: M-1 (recorded by Dora Klein, ")
                .doesNotContain(WORDS.text().text());
    }

    @Test
    @Tag("F08")
    @Tag("F13")
    void an_action_item_stands_with_its_owner_its_day_and_how_far_it_is() {
        Life life = new Life(Scene.under("featuresignals"), "P0");
        assertThat(life.text()).doesNotContain("## Action items");
        life.promisesAnAlert();
        assertThat(life.text())
                .contains(
                        "| 1 | Alert when a disk is 80 % full | Ben Okafor | 20 Mar 2026 | open |");
        life.does(Scene.BEN, new ActionCommand.FinishAction(1, new FreeText("deployed")));
        assertThat(life.text()).contains("| 20 Mar 2026 | done by Ben Okafor: deployed |");
    }

    @Test
    @Tag("F08")
    void who_was_told_stands_with_when_and_with_who_has_seen_it() {
        Life life = new Life(Scene.underText(tellingMore()), "P0");
        life.does(
                Scene.ANA,
                new AudienceCommand.RuleOutAudience(
                        new RoleName("legal"), new FreeText("no law asks for it")));
        life.does(Scene.CLEO, new AudienceCommand.ConfirmSeen());
        assertThat(life.text())
                .contains(
                        "| called Cleo Marsh, 2026-03-04 10:00 UTC | Cleo Marsh, 2026-03-04 10:02",
                        "| called Ana Ruiz, 2026-03-04 10:00 UTC | not confirmed yet |",
                        "| not applicable: no law asks for it (Ana Ruiz, 2026-03-04 10:01 UTC) |",
                        "| not told yet, 58 min left | – |");
        life.does(
                Scene.ANA,
                new AudienceCommand.RecordTold(new RoleName("comms"), new FreeText("by phone")));
        assertThat(life.text()).contains("| told by hand by Ana Ruiz, 2026-03-04 10:03 UTC: by");
    }

    @Test
    @Tag("F08")
    void a_post_mortem_stands_with_how_far_it_has_come() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        assertThat(life.text()).doesNotContain("## Post-mortem");
        life.does(Scene.ANA, new ReviewCommand.BeginReview());
        assertThat(life.text()).contains("## Post-mortem", "- **State:** being written");
    }

    @Test
    @Tag("F08")
    void a_drill_shows_what_was_thrown_in_and_betrays_nothing_that_is_to_come() {
        Life life =
                new Life(
                        Scene.under("featuresignals"),
                        new DrillPlan(
                                Optional.of("disaster-recovery"),
                                2,
                                List.of(
                                        new Inject(
                                                Duration.ofHours(1),
                                                new FreeText("The backup is empty")))));
        life.does(Scene.ANA, new DrillCommand.PlayInject(new FreeText("The press calls")));
        life.does(Scene.ANA, new DrillCommand.RecordFinding(new FreeText("Nobody has the key")));
        assertThat(life.text())
                .contains(
                        "- **Kind:** disaster-recovery",
                        "- The press calls (Ana Ruiz, 2026-03-04 10:01 UTC)",
                        "- Nobody has the key (Ana Ruiz, 2026-03-04 10:02 UTC)")
                .doesNotContain("The backup is empty");
        life.does(
                Scene.ANA,
                new DrillCommand.Conclude(
                        Conclusion.Verdict.PASSED_WITH_FINDINGS,
                        Optional.empty(),
                        new FreeText("The restore from backup"),
                        new FreeText("It took three hours"),
                        FreeText.NONE));
        assertThat(life.text())
                .contains(
                        "- **Verdict:** Goal met, with findings, 2026-03-04 10:03 UTC",
                        "- **Result:** It took three hours");
    }

    @Test
    @Tag("F08")
    void a_vendor_stands_with_when_they_told_us() {
        Life life = new Life(Scene.under("featuresignals"), "P0");
        assertThat(life.text()).doesNotContain("## Vendor");
        life.does(
                Scene.ANA,
                new VendorCommand.NameVendor(
                        new FreeText("Acme Mail"),
                        Optional.of(Instant.parse("2026-03-04T09:00:00Z"))));
        assertThat(life.text())
                .contains(
                        "- It began at Acme Mail (recorded by Ana Ruiz), who told us 2026-03-04"
                                + " 09:00 UTC\n")
                .doesNotContain("Told us: ");
        life.does(
                Scene.ANA,
                new DutyCommand.RecordVendorNotice(
                        new FreeText("Acme Mail"),
                        Instant.parse("2026-03-04T09:30:00Z"),
                        new FreeText("names too")));
        assertThat(life.text()).contains("- Told us: Acme Mail, 2026-03-04 09:30 UTC: names too");
    }

    @Test
    @Tag("F19")
    void what_was_sent_again_and_since_when_an_answer_holds_stand_in_the_document() {
        Life life = new Life(Scene.under("featuresignals"), "P0");
        String at = "2026-03-04T10:00:00Z";
        life.does(Scene.ANA, DutyCourse.command("", "yes", "dora-major", "2026-03-04T09:00:00Z"));
        life.does(Scene.ANA, DutyCourse.sent("gdpr-33", at, FreeText.NONE));
        life.does(Scene.ANA, DutyCourse.again("gdpr-33", at));
        assertThat(life.text())
                .contains("yes since 2026-03-04 09:00 UTC")
                .contains("; again 2026-03-04 10:00 UTC; proof: ref 4712 (recorded by Ana Ruiz")
                .contains("approval named: Lena Vogt, Legal, by telephone");
    }

    @Test
    void where_there_is_no_room_for_all_the_newest_stand_and_the_rest_is_counted() {
        Life life = new Life(Scene.under("featuresignals"), "P0");
        for (int i = 1; i <= 30; i++) {
            life.does(Scene.ANA, new IncidentCommand.AddNote(new FreeText("note " + i)));
        }
        String text = life.text(Extent.newest(10));
        assertThat(text)
                .contains("earlier entries in the exported file: `/incident export`", "note 30")
                .doesNotContain("note 20 ");
        assertThat(life.text()).contains("note 1 ").doesNotContain("earlier entries");
    }

    @Test
    void many_turns_of_a_clock_are_summed_up_where_there_is_no_room() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        for (int i = 1; i <= 6; i++) {
            life.does(
                    Scene.ANA,
                    new IncidentCommand.PostUpdate(
                            new FreeText("update " + i), FreeText.NONE, FreeText.NONE));
        }
        assertThat(life.text(Extent.newest(10)))
                .contains("| 5 earlier turns | 5 met (0 of them late), 0 missed |");
        assertThat(life.text()).doesNotContain("earlier turn").contains("| Status update 6 |");
    }

    @Test
    void words_that_people_typed_are_never_markup() {
        Life life = new Life(Scene.under("featuresignals"), "P0");
        life.does(
                Scene.ANA,
                new IncidentCommand.AddNote(
                        new FreeText(
                                "x\n# Closed\n| a | b |\n![](@UCLEO) [pay](https://evil.example)"
                                        + " <!channel> **bold** https://evil.example `code`")));
        String line =
                life.text()
                        .lines()
                        .filter(l -> l.contains("evil"))
                        .reduce((a, b) -> a + b)
                        .orElseThrow();
        assertThat(line)
                .contains(
                        "x ⏎ # Closed ⏎ \\| a \\| b \\|",
                        "!\\[\\](@UCLEO)",
                        "\\[pay\\](https\\://evil.example)",
                        "\\<!channel\\>",
                        "\\*\\*bold\\*\\*",
                        "\\`code\\`");
    }

    @Test
    void a_name_may_not_play_tricks_either() {
        Life life = new Life(Scene.under("featuresignals"), "P0");
        String text =
                new Markdown(person -> "[boss](https://evil.example)")
                        .of(life.document(Extent.WHOLE));
        assertThat(text).doesNotContain("[boss]").contains("\\[boss\\](https\\://evil.example)");
    }

    @Test
    void no_table_has_more_cells_than_a_canvas_takes() {
        Life life = new Life(Scene.under("featuresignals"), "P0").confirmed();
        for (int i = 1; i <= 120; i++) {
            life.does(
                    Scene.ANA,
                    new IncidentCommand.PostUpdate(
                            new FreeText("update " + i), FreeText.NONE, FreeText.NONE));
        }
        int longest = 0;
        int rows = 0;
        for (String line : life.text().lines().toList()) {
            rows = line.startsWith("|") ? rows + 1 : 0;
            longest = Math.max(longest, rows);
        }
        assertThat((longest - 1) * 4).isLessThanOrEqualTo(300);
    }

    @Test
    void everyone_who_is_named_in_it_can_be_asked_for() {
        IncidentDocument document =
                new Life(Scene.under("featuresignals"), "P0").document(Extent.WHOLE);
        assertThat(document.people()).contains(Scene.ANA, Scene.CLEO);
    }

    private static String tellingMore() {
        return Yaml.builtIn("featuresignals")
                .replace(
                        "P0: {at-once: [on-call, on-call-commander]}",
                        "P0: {at-once: [on-call, on-call-commander], within 1 hour: [comms, legal]}");
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path file = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("muster.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    /** One incident with all that happened in it. */
    private static final class Life {
        private final Scene scene;
        private final List<Happened> story = new ArrayList<>();

        Life(Scene scene, String severity) {
            this.scene = scene.declares(severity, "Checkout *is* down");
            keep(Actor.person(Scene.ANA));
        }

        Life(Scene scene, DrillPlan plan) {
            this.scene =
                    scene.declares(
                            new IncidentCommand.Declare(
                                    new FreeText("Restore the database"),
                                    FreeText.NONE,
                                    new SeverityName("P0"),
                                    Optional.empty(),
                                    false,
                                    false,
                                    true,
                                    Source.EMPLOYEE,
                                    Optional.empty(),
                                    Optional.of(plan)));
            keep(Actor.person(Scene.ANA));
        }

        Life does(PersonId by, IncidentCommand command) {
            scene.after("PT1M").by(by).does(command);
            keep(Actor.person(by));
            return this;
        }

        Life confirmed() {
            scene.after("PT5M");
            return does(Scene.ANA, new IncidentCommand.Confirm(Optional.empty()));
        }

        Life whole() {
            does(Scene.ANA, new IncidentCommand.RecordRoom("C1", "inc-1-checkout-is-down"));
            does(
                    Scene.ANA,
                    new DocumentCommand.RecordDocument(
                            new DocumentPlace(DocumentPlace.Form.CANVAS, "F1", "")));
            confirmed();
            does(
                    Scene.ANA,
                    new FactCommand.ClaimTime(
                            TimeName.OCCURRED,
                            Instant.parse("2026-03-04T09:12:00Z"),
                            new FreeText("first failed payment in the log")));
            does(
                    Scene.ANA,
                    new FactCommand.RecordFinding(
                            FindingName.CUSTOMERS, new FreeText("about 300, all in the EU")));
            does(
                    Scene.SAM,
                    new FactCommand.RecordFinding(
                            FindingName.DATA, new FreeText("order numbers | no cards")));
            scene.policy().questions().stream()
                    .findFirst()
                    .ifPresent(q -> answer(q.name(), Answer.YES));
            does(Scene.ANA, new IncidentCommand.StartPhase(new PhaseName("containment")));
            does(Scene.BEN, new IncidentCommand.Tick(new ItemName("isolate")));
            does(
                    Scene.CLEO,
                    new IncidentCommand.ChangeSeverity(
                            new SeverityName("P1"), new FreeText("only one region")));
            does(
                    Scene.CLEO,
                    new IncidentCommand.PostUpdate(
                            new FreeText("A disk is full"),
                            new FreeText("Failing over"),
                            FreeText.NONE));
            keepsADisk();
            sendsAndWaives();
            sendsANotice();
            promisesAnAlert();
            scene.after("PT3H").clockKnocks();
            keep(Actor.muster());
            return does(
                    Scene.CLEO,
                    new IncidentCommand.FinishPhase(
                            new PhaseName("containment"), new FreeText("nothing to secure")));
        }

        void keepsADisk() {
            does(
                    Scene.ANA,
                    EvidenceScene.hashed(
                            EvidenceScene.exhibit(ExhibitType.DISK, "sda | sdb", scene.now()),
                            EvidenceScene.HASH));
            does(Scene.ANA, EvidenceScene.offer(1, Scene.SAM));
            does(Scene.SAM, EvidenceScene.take(1, 1, EvidenceScene.HASH));
            does(
                    Scene.ANA,
                    new EvidenceCommand.NotifyLegal(
                            Optional.of(Scene.LENA), new FreeText("by phone")));
            does(Scene.ANA, new EvidenceCommand.PlaceHold(new FreeText("a claim is likely")));
        }

        void sendsAndWaives() {
            does(Scene.ANA, DutyCourse.sent("gdpr-33", "2026-03-04T10:05:00Z", FreeText.NONE));
            does(
                    Scene.LENA,
                    new DutyCommand.WaiveDuty(
                            new DutyName("gdpr-34"), new FreeText("no risk to anybody")));
        }

        void sendsANotice() {
            does(
                    Scene.DORA,
                    new DraftCommand.WriteDraft("customer-breach", Optional.empty(), WORDS, true));
            does(Scene.LENA, new DraftCommand.ApproveDraft(1, WORDS.hash()));
            does(Scene.CLEO, new DraftCommand.ReleaseDraft(1, WORDS.hash()));
            does(
                    Scene.DORA,
                    new DraftCommand.MarkSent(
                            1,
                            Optional.empty(),
                            new FreeText("email"),
                            new FreeText("120 customers"),
                            new FreeText("M-1"),
                            FreeText.NONE));
        }

        void promisesAnAlert() {
            does(
                    Scene.CLEO,
                    new ActionCommand.AddAction(
                            new FreeText("Alert when a disk is 80 % full"),
                            ActionKind.DETECT,
                            Optional.of(Scene.BEN),
                            Optional.of(LocalDate.parse("2026-03-20")),
                            FreeText.NONE,
                            FreeText.NONE));
        }

        private void answer(QuestionName question, Answer answer) {
            does(Scene.SAM, new FactCommand.AnswerQuestion(question, answer, FreeText.NONE));
        }

        String text() {
            return text(Extent.WHOLE);
        }

        String text(Extent extent) {
            return new Markdown(person -> NAMES.getOrDefault(person, person.value()))
                    .of(document(extent));
        }

        IncidentDocument document(Extent extent) {
            return IncidentDocument.of(
                    new Subject(scene.incident(), scene.policy(), story, scene.now()), extent);
        }

        private void keep(Actor by) {
            scene.happened().forEach(e -> story.add(new Happened(e, by, scene.now())));
        }
    }
}
