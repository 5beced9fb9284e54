package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.approval.Wording;
import io.muster.core.duty.Standing;
import io.muster.core.policy.DutyName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is sent through approval keeps the same rules as what is recorded by hand. Dora writes, Lena
 * is Legal, Cleo commands.
 */
class SubmissionRulesTest {
    private static final FreeText PORTAL = new FreeText("the portal was down");
    private static final FreeText WHY = new FreeText("no risk to anybody");

    @Test
    @Tag("F18")
    @Tag("F19")
    void an_approved_notice_that_goes_late_wants_its_reasons_like_one_recorded_by_hand() {
        Scene scene = released("gdpr-33").after("PT80H");
        scene.isRefused(sent(1, FreeText.NONE), "It was late", "Say why");
        scene.does(sent(1, PORTAL));
        assertThat(draft(scene, 1).stage()).isEqualTo(Stage.SENT);
        assertThat(discharged(scene, "gdpr-33").lateBecause()).isEqualTo(PORTAL);
        assertThat(discharged(scene, "gdpr-33").draft()).contains(1);
        assertThat(scene.happened(IncidentEvent.ObligationMet.class).getFirst().late()).isTrue();
    }

    @Test
    @Tag("F18")
    void reasons_that_nobody_needs_are_not_recorded() {
        Scene scene = released("gdpr-33").after("PT20H").does(sent(1, PORTAL));
        assertThat(scene.happened(DutyEvent.DutyDelayExplained.class)).isEmpty();
    }

    @Test
    @Tag("F18")
    @Tag("F19")
    void an_approved_notice_does_not_overtake_the_one_that_it_follows() {
        Scene scene = released("dora-intermediate");
        scene.isRefused(sent(1, FreeText.NONE), "follows \"DORA: initial notification\"");
        scene.isRefused(mail(scene), "follows \"DORA: initial notification\"");
        assertThat(draft(scene, 1).stage()).isEqualTo(Stage.RELEASED);
        scene.does(DutyCourse.sent("dora-initial", scene.now().toString(), FreeText.NONE));
        scene.does(sent(1, FreeText.NONE));
        assertThat(discharged(scene, "dora-intermediate").draft()).contains(1);
    }

    @Test
    @Tag("F19")
    void a_mail_cannot_be_asked_so_that_the_reasons_come_afterwards() {
        Scene scene = released("gdpr-33").after("PT80H");
        scene.does(mail(scene));
        scene.reports(new ReachCommand.RecordReached(1, "<1@m>", Optional.empty()));
        assertThat(scene.said())
                .anyMatch(s -> s.contains("It was late. Say why: /incident notify"));
        assertThat(discharged(scene, "gdpr-33").lateBecause().isBlank()).isTrue();
        scene.isRefused(explain(FreeText.NONE), "Say why it was late");
        scene.does(explain(PORTAL));
        assertThat(discharged(scene, "gdpr-33").lateBecause()).isEqualTo(PORTAL);
        assertThat(scene.said())
                .anyMatch(s ->
                        s.startsWith("Why it was late (GDPR: tell the data protection authority)")
                                && s.contains("the portal was down"));
        scene.isRefused(explain(PORTAL), "in the record already");
    }

    @Test
    @Tag("F19")
    void what_was_in_time_needs_no_reasons() {
        Scene scene = Scene.declared().by(Scene.ANA);
        scene.isRefused(explain(PORTAL), "Nothing is recorded as sent");
        scene.does(DutyCourse.sent("gdpr-33", "2026-03-04T10:00:00Z", FreeText.NONE));
        scene.isRefused(explain(PORTAL), "sent in time");
        scene.after("PT80H").does(DutyCourse.command("", "aware", "2026-02-28T10:00:00Z"));
        scene.does(explain(PORTAL));
    }

    @Test
    @Tag("F19")
    void nobody_decides_not_to_notify_while_the_notice_is_on_its_way() {
        Scene scene = released("gdpr-33").withAdmin(Scene.ANA).by(Scene.ANA);
        scene.isRefused(waive(), "N-1 is its notice and is under way. Withdraw it first");
        scene.does(new DraftCommand.WithdrawDraft(1, WHY)).does(waive());
        assertThat(standing(scene, "gdpr-33").waived()).isPresent();
    }

    @Test
    @Tag("F18")
    @Tag("F19")
    void a_notice_written_after_that_decision_waits_until_it_is_taken_back() {
        Scene scene = Scene.declared().withAdmin(Scene.ANA).by(Scene.ANA).does(waive());
        approved(scene, "gdpr-33");
        scene.by(Scene.CLEO)
                .isRefused(release(scene, 1), "Take that decision back first", "release N-1");
        scene.by(Scene.ANA).does(new DutyCommand.TakeBackDuty(new DutyName("gdpr-33"), WHY));
        scene.by(Scene.CLEO).does(release(scene, 1)).does(sent(1, FreeText.NONE));
        assertThat(discharged(scene, "gdpr-33").draft()).contains(1);
    }

    @Test
    @Tag("F19")
    @Tag("S10")
    void what_is_sent_again_stands_beside_the_first_with_its_own_proof() {
        Scene scene = Scene.declared().by(Scene.ANA).after("PT30H");
        scene.isRefused(
                DutyCourse.again("gdpr-33", "2026-03-05T10:00:00Z"), "Nothing is recorded as sent");
        scene.does(DutyCourse.sent("gdpr-33", "2026-03-05T09:00:00Z", FreeText.NONE));
        scene.isRefused(DutyCourse.again("gdpr-33", "2026-03-05T08:00:00Z"), "The first was sent");
        scene.isRefused(DutyCourse.again("gdpr-33", "2027-03-05T08:00:00Z"), "in the future");
        scene.isRefused(
                new DutyCommand.SendAgain(
                        new DutyName("gdpr-33"),
                        scene.now(),
                        new FreeText("ref 4712"),
                        FreeText.NONE),
                "who approved");
        scene.does(DutyCourse.again("gdpr-33", "2026-03-05T15:00:00Z"));
        assertThat(scene.said())
                .anyMatch(s ->
                        s.startsWith("Sent again: GDPR: tell the data protection authority, 2026")
                                && s.contains("ref 4712")
                                && s.contains("approval named: Lena Vogt"));
        scene.isRefused(DutyCourse.again("gdpr-33", "2026-03-05T15:00:00Z"), "record already");
        Standing.Discharged sent = discharged(scene, "gdpr-33");
        assertThat(sent.sentAt()).isEqualTo(Instant.parse("2026-03-05T09:00:00Z"));
        assertThat(sent.again())
                .singleElement()
                .extracting(Standing.Again::sentAt)
                .isEqualTo(Instant.parse("2026-03-05T15:00:00Z"));
    }

    @Test
    @Tag("F18")
    @Tag("S10")
    void a_second_notice_for_the_same_duty_is_a_further_submission() {
        Scene scene = Scene.declared().by(Scene.ANA);
        scene.does(DutyCourse.command("", "yes", "dora-major"));
        scene.does(DutyCourse.sent("dora-initial", scene.now().toString(), FreeText.NONE));
        scene.after("PT1H");
        scene.does(DutyCourse.sent("dora-intermediate", scene.now().toString(), FreeText.NONE));
        scene.after("PT240H");
        approved(scene, "dora-intermediate");
        scene.isRefused(
                DutyCourse.again("dora-intermediate", scene.now().toString()),
                "N-1 is its notice and has not been sent yet");
        scene.by(Scene.CLEO).does(release(scene, 1)).does(sent(1, FreeText.NONE));
        assertThat(discharged(scene, "dora-intermediate").again())
                .singleElement()
                .extracting(Standing.Again::draft)
                .isEqualTo(Optional.of(1));
        assertThat(scene.happened(IncidentEvent.ObligationMoved.class))
                .singleElement()
                .satisfies(moved -> assertThat(moved.why()).contains("was last sent"));
    }

    @Test
    @Tag("F19")
    void all_holds_on_one_ground_share_its_hundred_and_twenty_days() {
        Scene scene = Scene.underText(DutyCourse.everyLaw()).declares("P0", "x");
        scene.withAdmin(Scene.ANA).by(Scene.ANA);
        scene.does(DutyCourse.command("", "yes", "sec-material"));
        scene.does(hold("2026-07-01T00:00:00Z"));
        scene.after("PT2856H"); // 119 days
        scene.isRefused(
                hold("2026-10-20T00:00:00Z"), "120 days at most", "The first began 2026-03");
        scene.does(new DutyCommand.ReleaseDuty(new DutyName("sec-8k"), WHY));
        scene.isRefused(hold("2026-10-20T00:00:00Z"), "all holds together");
        scene.does(hold("2026-07-02T09:59:00Z"));
    }

    @Test
    @Tag("F13")
    void since_when_an_answer_holds_is_claimed_within_reason_and_can_be_corrected() {
        Scene scene = Scene.declared().by(Scene.ANA).after("PT5H");
        scene.isRefused(major("2026-03-05T10:00:00Z"), "in the future");
        scene.isRefused(major("1970-01-01T00:00:00Z"), "look at the year again");
        scene.does(DutyCourse.command("", "yes", "dora-major"));
        scene.does(major("2026-03-04T12:00:00Z"));
        assertThat(scene.said())
                .anyMatch(s ->
                        s.startsWith("Is it classified as a major")
                                && s.contains("Yes, since 2026-03-04 12:00 UTC"));
        assertThat(scene.owes("duty.dora-initial").due())
                .isEqualTo(Instant.parse("2026-03-04T16:00:00Z"));
        scene.isRefused(major("2026-03-04T12:00:00Z"), "in the record already");
    }

    private static IncidentCommand major(String since) {
        return new FactCommand.AnswerQuestion(
                new io.muster.core.policy.QuestionName("dora-major"),
                io.muster.core.fact.Answer.YES,
                FreeText.NONE,
                Optional.of(Instant.parse(since)));
    }

    private static IncidentCommand hold(String until) {
        return new DutyCommand.HoldDuty(
                new DutyName("sec-8k"), "attorney-general", Instant.parse(until), WHY);
    }

    private static IncidentCommand waive() {
        return new DutyCommand.WaiveDuty(new DutyName("gdpr-33"), WHY);
    }

    private static IncidentCommand explain(FreeText why) {
        return new DutyCommand.ExplainDelay(new DutyName("gdpr-33"), why);
    }

    /** The notice for this duty, approved and released an hour after the declaration. */
    private static Scene released(String duty) {
        Scene scene = Scene.declared().withMail().after("PT1H");
        approved(scene, duty);
        scene.by(Scene.CLEO).does(release(scene, 1));
        return scene.by(Scene.DORA);
    }

    private static void approved(Scene scene, String duty) {
        Wording words =
                new Wording(
                        new FreeText("The authority"),
                        new FreeText("portal"),
                        new FreeText("An incident"),
                        new FreeText("We had an incident."));
        scene.by(Scene.DORA)
                .does(
                        new DraftCommand.WriteDraft(
                                "customer-breach", Optional.of(duty), words, true));
        int number = scene.incident().dossier().drafts().all().size();
        scene.by(Scene.LENA).does(new DraftCommand.ApproveDraft(number, words.hash()));
    }

    private static IncidentCommand release(Scene scene, int number) {
        return new DraftCommand.ReleaseDraft(number, draft(scene, number).current().hash());
    }

    private static IncidentCommand sent(int number, FreeText late) {
        return new DraftCommand.MarkSent(
                number,
                Optional.empty(),
                new FreeText("portal"),
                new FreeText("the authority"),
                new FreeText("ref 4711"),
                FreeText.NONE,
                late);
    }

    private static IncidentCommand mail(Scene scene) {
        return new ReachCommand.MailNotice(
                1,
                draft(scene, 1).current().hash(),
                List.of(new FreeText("authority@dpa.example")));
    }

    private static Draft draft(Scene scene, int number) {
        return scene.incident().dossier().drafts().find(number).orElseThrow();
    }

    private static Standing standing(Scene scene, String duty) {
        return scene.incident().dossier().duties().of(new DutyName(duty));
    }

    private static Standing.Discharged discharged(Scene scene, String duty) {
        return standing(scene, duty).discharged().orElseThrow();
    }
}
