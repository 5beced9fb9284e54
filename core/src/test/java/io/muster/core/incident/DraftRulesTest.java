package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.approval.Wording;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the first word to the proof that it went out. Dora writes, Lena is Legal, Cleo commands. */
class DraftRulesTest {
    private static final Wording WORDS = words("We had an incident.");
    private static final Wording OTHERS = words("We had a bad incident.");

    @Test
    @Tag("F18")
    void what_legal_approved_and_the_commander_released_can_be_marked_as_sent() {
        Scene scene = submitted();
        scene.by(Scene.LENA).does(approve(scene));
        assertThat(draft(scene).stage()).isEqualTo(Stage.APPROVED);
        assertThat(scene.said()).anyMatch(s -> s.contains("UCLEO, it can be released"));
        scene.by(Scene.CLEO).does(release(scene));
        scene.after("PT20M").by(Scene.DORA).does(sent(FreeText.NONE));
        assertThat(draft(scene).stage()).isEqualTo(Stage.SENT);
        assertThat(draft(scene).sending().orElseThrow().hash()).isEqualTo(WORDS.hash());
        assertThat(draft(scene).sending().orElseThrow().exercise()).isFalse();
    }

    @ParameterizedTest
    @Tag("S11")
    @ValueSource(strings = {"customer-breach", "suspected-breach", "outage", "advisory"})
    void under_the_plan_legal_reviews_every_notice_before_it_is_sent(String purpose) {
        Scene scene = Scene.under("soc2-irp-001").by(Scene.ANA).declares("P1", "x");
        scene.by(Scene.BEN).does(write(purpose, WORDS));
        scene.by(Scene.DORA).does(approve(scene));
        assertThat(draft(scene).stage()).as("Communications alone").isEqualTo(Stage.IN_REVIEW);
        scene.by(Scene.CIRO)
                .isRefused(release(scene), "not approved yet", "Legal counsel", "ULENA")
                .isRefused(sent(FreeText.NONE), "not approved, so it cannot be marked as sent");
        scene.by(Scene.LENA).does(approve(scene));
        assertThat(draft(scene).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    @Tag("F18")
    void nothing_unapproved_or_unreleased_can_be_marked_as_sent() {
        Scene scene = written();
        scene.isRefused(sent(FreeText.NONE), "not approved", "Ask for review");
        scene.does(new DraftCommand.SubmitDraft(1));
        scene.isRefused(sent(FreeText.NONE), "not approved", "Legal counsel has not approved it");
        scene.by(Scene.LENA).does(approve(scene));
        scene.isRefused(sent(FreeText.NONE), "approved but not released", "UCLEO");
    }

    @Test
    @Tag("F18")
    void a_duty_is_not_recorded_as_told_while_its_notice_waits_for_approval() {
        Scene scene = Scene.declared().by(Scene.DORA);
        scene.does(
                new DraftCommand.WriteDraft(
                        "customer-breach", Optional.of("customers"), WORDS, true));
        IncidentCommand byHand =
                DutyCourse.sent("customers", scene.now().toString(), FreeText.NONE);
        scene.isRefused(byHand, "N-1 is its notice and has not been sent yet");
        scene.does(new DraftCommand.WithdrawDraft(1, new FreeText("told by phone")));
        scene.does(byHand);
    }

    @Test
    @Tag("F16")
    @Tag("F18")
    void a_status_page_entry_that_went_out_meets_its_clock_by_itself() {
        Scene scene = Scene.declared().by(Scene.ANA);
        scene.does(new IncidentCommand.Confirm(Optional.empty()));
        scene.by(Scene.DORA).does(write("status-page", WORDS));
        scene.by(Scene.LENA).does(approve(scene)).by(Scene.CLEO).does(release(scene));
        assertThat(scene.owes("status-page").isOpen()).as("not said yet").isTrue();
        scene.by(Scene.DORA).does(sent(FreeText.NONE));
        assertThat(scene.incident().checklists().done(new ItemName("status-page"))).isTrue();
        assertThat(scene.latest("status-page").map(Obligation::state))
                .contains(Obligation.State.MET);
    }

    @Test
    @Tag("F18")
    void only_the_commander_releases_not_even_an_admin_in_passing() {
        Scene scene = submitted().withAdmin(Scene.ELI);
        scene.by(Scene.LENA).does(approve(scene));
        scene.isRefused(release(scene), "Only the incident commander may release drafts", "UCLEO");
        scene.by(Scene.ELI).isRefused(release(scene), "Only the incident commander");
        scene.does(new IncidentCommand.AssignRole(Role.COMMANDER, Scene.ELI)).does(release(scene));
        scene.isRefused(release(scene), "released already by UELI");
    }

    @Test
    @Tag("F18")
    void two_people_who_approve_at_once_are_both_recorded() {
        Scene scene = submitted("publication");
        DraftCommand asBothSawIt = approve(scene);
        scene.by(Scene.LENA).does(asBothSawIt);
        assertThat(draft(scene).stage()).isEqualTo(Stage.IN_REVIEW);
        scene.by(Scene.BEN).withHolders("comms", Scene.DORA, Scene.BEN).does(asBothSawIt);
        assertThat(draft(scene).stage()).isEqualTo(Stage.APPROVED);
        assertThat(draft(scene).standing()).hasSize(2);
    }

    @Test
    @Tag("F18")
    void whoever_approves_second_when_one_was_enough_is_recorded_and_changes_nothing() {
        Scene scene = submitted();
        DraftCommand asBothSawIt = approve(scene);
        scene.by(Scene.LENA).does(asBothSawIt).by(Scene.LEO).does(asBothSawIt);
        assertThat(draft(scene).stage()).isEqualTo(Stage.APPROVED);
        assertThat(draft(scene).standing()).hasSize(2);
    }

    @Test
    @Tag("F18")
    void an_approval_that_is_asked_for_twice_is_given_once() {
        Scene scene = submitted();
        scene.by(Scene.LENA).does(approve(scene)).isRefused(approve(scene), "approved this text");
        scene.by(Scene.DORA).isRefused(new DraftCommand.SubmitDraft(1), "N-1 is approved already");
    }

    @Test
    @Tag("F18")
    void review_that_is_asked_for_twice_says_whom_it_waits_for() {
        submitted()
                .isRefused(
                        new DraftCommand.SubmitDraft(1),
                        "Review of N-1 is asked for already",
                        "Legal counsel has not approved it: ask ULENA");
    }

    @Test
    @Tag("F18")
    void an_author_never_approves_their_own_words_and_the_next_holder_is_asked() {
        Scene scene = Scene.declared().by(Scene.LENA).does(write("customer-breach", WORDS));
        assertThat(asked(scene)).containsExactly(Scene.LEO);
        scene.isRefused(
                approve(scene), "You wrote this text", "somebody else has to approve", "ULEO");
        scene.by(Scene.LEO).does(approve(scene));
        assertThat(draft(scene).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    @Tag("F18")
    void only_reviewers_approve_and_everyone_else_hears_who_does() {
        submitted()
                .by(Scene.OTTO)
                .isRefused(
                        approve(submitted()), "Only the Legal counsel or Communications", "ULENA");
    }

    @Test
    @Tag("F18")
    void a_notice_that_is_edited_after_approval_has_to_be_approved_anew() {
        Scene scene = submitted();
        scene.by(Scene.LENA).does(approve(scene));
        scene.by(Scene.DORA).does(new DraftCommand.ReviseDraft(1, 1, OTHERS, false));
        assertThat(scene.happened(DraftEvent.DraftRevised.class).getFirst().voided())
                .containsExactly(Scene.LENA);
        assertThat(scene.said())
                .anyMatch(s -> s.contains("The approval of ULENA was for other words"));
        assertThat(draft(scene).stage()).isEqualTo(Stage.WRITTEN);
        scene.by(Scene.CLEO).isRefused(release(scene), "not approved yet");
        scene.isRefused(sent(FreeText.NONE), "not approved");
    }

    @Test
    @Tag("F18")
    void a_notice_that_is_edited_after_release_is_no_longer_released() {
        Scene scene = submitted();
        scene.by(Scene.LENA).does(approve(scene)).by(Scene.CLEO).does(release(scene));
        scene.by(Scene.DORA).does(new DraftCommand.ReviseDraft(1, 1, OTHERS, true));
        assertThat(scene.said()).anyMatch(s -> s.contains("must not be sent before"));
        scene.isRefused(sent(FreeText.NONE), "not approved");
        assertThat(draft(scene).released()).isEmpty();
    }

    @Test
    @Tag("F18")
    void nobody_approves_or_releases_words_that_they_have_not_seen() {
        Scene scene = submitted();
        DraftCommand seen = approve(scene);
        scene.by(Scene.DORA).does(new DraftCommand.ReviseDraft(1, 1, OTHERS, true));
        scene.by(Scene.LENA).isRefused(seen, "changed after you opened it", "UDORA");
        scene.does(approve(scene));
        scene.by(Scene.CLEO)
                .isRefused(
                        new DraftCommand.ReleaseDraft(1, WORDS.hash()),
                        "changed after you opened it");
    }

    @Test
    void two_people_who_edit_at_once_do_not_overwrite_each_other() {
        Scene scene = written().does(new DraftCommand.ReviseDraft(1, 1, OTHERS, false));
        scene.by(Scene.BEN)
                .isRefused(
                        new DraftCommand.ReviseDraft(1, 1, words("Mine"), false),
                        "changed meanwhile by UDORA");
        scene.isRefused(new DraftCommand.ReviseDraft(1, 2, OTHERS, false), "Nothing was changed");
    }

    @Test
    @Tag("F18")
    void an_approver_who_left_is_followed_by_the_next_one_and_the_channel_hears_it() {
        Scene scene = submitted().after("PT30M").withHolders("legal", Scene.LEO);
        scene.by(Scene.ANA).does(new DraftCommand.PassOnReviews());
        assertThat(asked(scene)).containsExactly(Scene.LEO);
        assertThat(scene.said())
                .anyMatch(
                        s -> s.contains("waits for ULEO (Legal counsel) now, no longer for ULENA"));
        assertThat(scene.told()).containsExactly(Scene.LEO);
        assertThat(review(scene).due()).isEqualTo(scene.now().plusSeconds(3600));
        scene.by(Scene.LENA).isRefused(approve(scene), "Only the Legal counsel", "ULEO");
    }

    @Test
    @Tag("F18")
    void an_approval_stands_when_the_one_who_gave_it_leaves() {
        Scene scene = submitted();
        scene.by(Scene.LENA).does(approve(scene));
        scene.withHolders("legal", Scene.LEO).by(Scene.CLEO).does(release(scene));
        assertThat(draft(scene).stage()).isEqualTo(Stage.RELEASED);
    }

    @Test
    @Tag("F18")
    void a_reviewing_role_that_nobody_holds_is_said_loudly_until_somebody_is_appointed() {
        Scene scene = Scene.declared().withHolders("legal").by(Scene.DORA);
        scene.does(write("customer-breach", WORDS));
        assertThat(scene.effects())
                .filteredOn(Effect.Say.class::isInstance)
                .extracting(e -> ((Effect.Say) e).notice())
                .anyMatch(n ->
                        n instanceof Notice.DraftNews news
                                && news.tone() == Notice.Tone.BAD
                                && news.phrase()
                                        .plain(PersonId::value)
                                        .contains(
                                                "UCLEO, appoint someone with /incident assign legal"));
        scene.by(Scene.CLEO)
                .isRefused(release(scene), "Nobody who did not write it holds", "/incident assign");
        scene.does(new IncidentCommand.AssignRole(new RoleName("legal"), Scene.OTTO));
        assertThat(scene.told()).containsExactly(Scene.OTTO);
        scene.by(Scene.OTTO).does(approve(scene));
        assertThat(draft(scene).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    @Tag("F18")
    void changes_that_are_asked_for_go_back_to_the_author_and_nobody_approves_past_them() {
        Scene scene = submitted();
        DraftCommand ask = new DraftCommand.AskForChanges(1, WORDS.hash(), text("Name the day."));
        scene.by(Scene.LENA).does(ask).isRefused(ask, "You asked for that already");
        assertThat(scene.said())
                .anyMatch(s -> s.contains("ULENA asks for changes. UDORA, please: Name the day."));
        scene.by(Scene.LEO).isRefused(approve(scene), "ULENA asked for changes");
        scene.by(Scene.DORA)
                .isRefused(new DraftCommand.SubmitDraft(1), "Change N-1 first", "ULENA")
                .does(new DraftCommand.ReviseDraft(1, 1, OTHERS, true));
        assertThat(scene.told()).containsExactly(Scene.LENA);
        scene.by(Scene.LENA).does(approve(scene));
    }

    @Test
    @Tag("F18")
    void a_reviewer_who_is_silent_is_reminded_and_then_the_commander_is_told() {
        Scene scene = submitted();
        Map<Instant, List<IncidentEvent>> spoken = scene.lets("PT2H");
        List<IncidentEvent.ObligationRang> rang =
                spoken.values().stream()
                        .flatMap(List::stream)
                        .filter(IncidentEvent.ObligationRang.class::isInstance)
                        .map(IncidentEvent.ObligationRang.class::cast)
                        .filter(e -> Draft.reviewedBy(e.id().clock()).isPresent())
                        .toList();
        assertThat(rang).hasSize(2);
        assertThat(rang.getFirst().told().getFirst().people()).containsExactly(Scene.LENA);
        assertThat(rang.getFirst().escalation()).isFalse();
        assertThat(rang.getLast().escalation()).isTrue();
        assertThat(rang.getLast().told())
                .anyMatch(t -> t.people().contains(Scene.CLEO))
                .anyMatch(t -> t.people().contains(Scene.LENA));
        scene.by(Scene.LENA).does(approve(scene));
        assertThat(scene.happened(IncidentEvent.ObligationMet.class).getFirst().late()).isTrue();
    }

    @Test
    void a_new_text_gives_its_reviewers_the_whole_time_again() {
        Scene scene = submitted().after("PT50M");
        scene.does(new DraftCommand.ReviseDraft(1, 1, OTHERS, true));
        assertThat(review(scene).due()).isEqualTo(scene.now().plusSeconds(3600));
        scene.does(new DraftCommand.WithdrawDraft(1, text("No breach after all.")));
        assertThat(scene.latest("draft.1.review").orElseThrow().state())
                .isEqualTo(Obligation.State.DROPPED);
        scene.isRefused(new DraftCommand.WithdrawDraft(1, text("again")), "withdrawn already");
        scene.isRefused(new DraftCommand.ReviseDraft(1, 2, WORDS, true), "was withdrawn");
    }

    @Test
    @Tag("F18")
    void what_is_pasted_as_sent_must_be_what_was_approved() {
        Scene scene = submitted();
        scene.by(Scene.LENA).does(approve(scene)).by(Scene.CLEO).does(release(scene));
        scene.isRefused(sent(text("We had no incident.")), "not what was approved", "sha-256");
        scene.does(sent(new FreeText("We had an incident.  \r\n")));
        assertThat(draft(scene).sending().orElseThrow().compared()).isTrue();
        scene.isRefused(sent(FreeText.NONE), "marked as sent already by UCLEO");
        scene.isRefused(new DraftCommand.WithdrawDraft(1, text("x")), "cannot be taken back");
        scene.isRefused(new DraftCommand.ReviseDraft(1, 1, OTHERS, true), "was sent");
    }

    @Test
    @Tag("F18")
    void the_time_of_sending_is_claimed_within_reason_and_proof_is_not_left_out() {
        Scene scene = submitted();
        scene.by(Scene.LENA).does(approve(scene)).after("PT1H").by(Scene.CLEO).does(release(scene));
        scene.after("PT30M");
        scene.isRefused(sentAt(scene.now().plusSeconds(60)), "in the future");
        scene.isRefused(sentAt(scene.now().minusSeconds(3600)), "cannot have been sent before");
        scene.isRefused(
                new DraftCommand.MarkSent(
                        1, Optional.empty(), text("email"), text("120"), text(""), text("")),
                "where that can be seen");
        Instant claimed = scene.now().minusSeconds(600);
        scene.does(sentAt(claimed));
        assertThat(draft(scene).sending().orElseThrow().sentAt()).isEqualTo(claimed);
        assertThat(draft(scene).sending().orElseThrow().recordedAt()).isEqualTo(scene.now());
    }

    @Test
    void a_template_that_is_not_filled_in_is_kept_and_not_submitted() {
        Wording open = words("We do [fill in: what we do] now.");
        Scene scene = Scene.declared().by(Scene.DORA);
        scene.isRefused(write("customer-breach", open), "what we do", "brackets");
        scene.does(new DraftCommand.WriteDraft("customer-breach", Optional.empty(), open, false));
        scene.isRefused(new DraftCommand.SubmitDraft(1), "brackets");
    }

    @Test
    void the_same_draft_twice_is_one_and_unknown_ones_are_answered_in_words() {
        Scene scene = submitted();
        scene.isRefused(write("customer-breach", WORDS), "N-1 says exactly that already");
        scene.isRefused(write("poetry", WORDS), "is no purpose of this policy", "regulator");
        scene.isRefused(new DraftCommand.SubmitDraft(7), "There is no N-7 in INC-1");
    }

    @Test
    @Tag("F24")
    void publishing_outside_takes_legal_and_communications_and_the_commander_after_closing() {
        Scene scene = Scene.declared();
        ReviewRulesTest.approved(scene.does(new IncidentCommand.Resolve(text("done"))));
        scene.does(new ReviewCommand.AskPublication(text("Customers ask for it")));
        scene.after("PT25H").by(Scene.CLEO).does(new IncidentCommand.Close(FreeText.NONE));
        scene.by(Scene.ANA).does(write("publication", WORDS));
        scene.by(Scene.LENA).does(approve(scene));
        scene.by(Scene.CLEO).isRefused(release(scene), "Communications lead", "UDORA");
        scene.by(Scene.DORA).does(approve(scene));
        scene.by(Scene.CLEO).does(release(scene)).does(sent(FreeText.NONE));
        assertThat(draft(scene).stage()).isEqualTo(Stage.SENT);
    }

    @Test
    void in_a_drill_nothing_leaves_the_building_and_the_record_says_so() {
        Scene scene =
                Scene.under("featuresignals")
                        .declares(
                                new IncidentCommand.Declare(
                                        text("Drill"),
                                        FreeText.NONE,
                                        new io.muster.core.policy.SeverityName("P0"),
                                        Optional.empty(),
                                        false,
                                        false,
                                        true,
                                        Source.EMPLOYEE,
                                        Optional.empty()));
        scene.by(Scene.DORA).does(write("customer-breach", WORDS));
        scene.by(Scene.LENA).does(approve(scene)).by(Scene.CLEO).does(release(scene));
        scene.does(sent(FreeText.NONE));
        assertThat(draft(scene).sending().orElseThrow().exercise()).isTrue();
        assertThat(scene.said()).anyMatch(s -> s.contains("nothing left the building"));
    }

    @Test
    @Tag("F02")
    void whoever_is_asked_about_a_private_incident_may_see_it() {
        Scene scene =
                Scene.under("featuresignals")
                        .declares(
                                new IncidentCommand.Declare(
                                        text("Leak"),
                                        FreeText.NONE,
                                        new io.muster.core.policy.SeverityName("P1"),
                                        Optional.empty(),
                                        true,
                                        false,
                                        false,
                                        Source.EMPLOYEE,
                                        Optional.empty()));
        scene.does(write("customer-breach", WORDS));
        scene.by(Scene.LENA).does(approve(scene));
    }

    static Wording words(String text) {
        return new Wording(
                text("Customers"), text("Email"), text("An incident"), new FreeText(text));
    }

    private static FreeText text(String words) {
        return new FreeText(words);
    }

    private static Scene written() {
        return Scene.declared()
                .by(Scene.DORA)
                .does(
                        new DraftCommand.WriteDraft(
                                "customer-breach", Optional.empty(), WORDS, false));
    }

    private static Scene submitted() {
        return submitted("customer-breach");
    }

    private static Scene submitted(String purpose) {
        return Scene.declared().by(Scene.DORA).does(write(purpose, WORDS));
    }

    private static DraftCommand write(String purpose, Wording wording) {
        return new DraftCommand.WriteDraft(purpose, Optional.empty(), wording, true);
    }

    private static DraftCommand approve(Scene scene) {
        return new DraftCommand.ApproveDraft(1, draft(scene).current().hash());
    }

    private static DraftCommand release(Scene scene) {
        return new DraftCommand.ReleaseDraft(1, draft(scene).current().hash());
    }

    private static DraftCommand sent(FreeText exact) {
        return new DraftCommand.MarkSent(
                1,
                Optional.empty(),
                text("email"),
                text("120 customers"),
                text("https://mail.example/1"),
                exact);
    }

    private static DraftCommand sentAt(Instant at) {
        return new DraftCommand.MarkSent(
                1, Optional.of(at), text("email"), text("120"), text("M-1"), FreeText.NONE);
    }

    private static Draft draft(Scene scene) {
        return scene.incident().dossier().drafts().find(1).orElseThrow();
    }

    private static List<PersonId> asked(Scene scene) {
        return draft(scene).pending().stream().flatMap(r -> r.person().stream()).toList();
    }

    private static Obligation review(Scene scene) {
        return scene.owes("draft.1.review");
    }
}
