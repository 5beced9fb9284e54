package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.action.ActionKind;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;
import io.muster.core.review.Review;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class ReviewRulesTest {
    private static final IncidentCommand RESOLVE = new IncidentCommand.Resolve(FreeText.NONE);
    private static final IncidentCommand REOPEN =
            new IncidentCommand.Reopen(new FreeText("It is back"));
    private static final FreeText NONE = FreeText.NONE;
    private static final List<String> NAMES = List.of("Ben Okafor", "Sam Lindqvist");

    @Nested
    class Owed {
        @Test
        @Tag("F22")
        void p0_and_p1_owe_one_within_48_hours_of_resolution() {
            for (String severity : List.of("P0", "P1")) {
                Scene scene = Scene.under("featuresignals").declares(severity, "Down");
                scene.after("PT1H").does(RESOLVE);
                Instant resolved = scene.now();
                assertThat(scene.owes("review").due()).isEqualTo(resolved.plus(Duration.ofDays(2)));
                assertThat(scene.happened(ReviewEvent.ReviewDrafted.class)).hasSize(1);
                assertThat(scene.said()).anyMatch(s -> s.contains("drafted from the record"));
            }
        }

        @Test
        @Tag("F22")
        void p2_owes_none_but_may_have_one() {
            Scene scene = Scene.under("featuresignals").declares("P2", "Slow").does(RESOLVE);
            assertThat(scene.latest("review")).isEmpty();
            scene.does(new ReviewCommand.BeginReview());
            assertThat(review(scene).begun()).isTrue();
            assertThat(scene.latest("review")).isEmpty();
        }

        @Test
        @Tag("S12")
        void the_second_program_owes_it_within_5_business_days_of_closure() {
            Scene scene = Scene.under("soc2-irp-001").declares("P2", "Odd login").does(RESOLVE);
            assertThat(scene.latest("review")).isEmpty();
            scene.after("PT72H").does(new IncidentCommand.Close(NONE));
            assertThat(scene.now()).isEqualTo(Instant.parse("2026-03-07T10:00:00Z"));
            assertThat(scene.owes("review").due())
                    .as("closed on a Saturday: Monday counts as the first day")
                    .isEqualTo(Instant.parse("2026-03-13T17:00:00Z"));
        }

        @Test
        @Tag("F22")
        void it_is_dropped_when_the_incident_comes_back_and_owed_anew_from_the_next_resolution() {
            Scene scene = Scene.declared().does(RESOLVE).after("PT1H").does(REOPEN);
            assertThat(scene.latest("review").orElseThrow().state())
                    .isEqualTo(Obligation.State.DROPPED);
            scene.after("PT5H").does(RESOLVE);
            assertThat(scene.owes("review").id().turn()).isEqualTo(2);
            assertThat(scene.owes("review").due()).isEqualTo(scene.now().plus(Duration.ofDays(2)));
        }

        @Test
        @Tag("F22")
        void what_was_approved_before_it_came_back_has_to_be_gone_through_again() {
            Scene scene = approved(Scene.declared().does(RESOLVE)).does(REOPEN);
            assertThat(review(scene).stage()).isEqualTo(Review.Stage.WRITING);
            assertThat(review(scene).section("root-cause")).as("nothing is lost").isPresent();
            scene.does(RESOLVE);
            assertThat(scene.owes("review").id().turn()).isEqualTo(2);
        }

        @Test
        @Tag("F22")
        void at_a_lower_severity_it_is_no_longer_owed() {
            Scene scene =
                    Scene.declared()
                            .does(RESOLVE)
                            .does(
                                    new IncidentCommand.ChangeSeverity(
                                            new SeverityName("P2"),
                                            new FreeText("small after all")));
            assertThat(scene.latest("review").orElseThrow().state())
                    .isEqualTo(Obligation.State.DROPPED);
        }

        @Test
        @Tag("F22")
        void the_commander_is_reminded_and_then_the_last_resort() {
            Scene scene = Scene.declared().does(RESOLVE);
            scene.after("PT24H").clockKnocks();
            assertThat(scene.said()).anyMatch(s -> s.contains("Post-mortem to UCLEO"));
            scene.after("PT48H").clockKnocks();
            assertThat(scene.told()).contains(Scene.ELI);
        }
    }

    @Nested
    class Writing {
        @Test
        @Tag("F22")
        void several_people_write_and_the_record_says_who_wrote_what() {
            Scene scene = Scene.declared().does(RESOLVE);
            scene.by(Scene.BEN).does(write("root-cause", "A cache had no limit", 0));
            scene.by(Scene.SAM).does(write("went-well", "The alert came at once", 0));
            assertThat(review(scene).section("root-cause").orElseThrow().by().person())
                    .contains(Scene.BEN);
            assertThat(review(scene).authors()).containsExactly(Scene.BEN, Scene.SAM);
        }

        @Test
        @Tag("F22")
        void nobody_overwrites_what_they_have_not_seen() {
            Scene scene = Scene.declared().does(RESOLVE);
            scene.by(Scene.BEN).does(write("root-cause", "A cache had no limit", 0)).after("PT2M");
            scene.by(Scene.SAM)
                    .isRefused(
                            write("root-cause", "A node ran out of memory", 0),
                            "While you were writing, UBEN saved Root cause (2 min ago)")
                    .does(write("root-cause", "A cache had no limit; a node ran out", 1));
        }

        @Test
        void what_the_record_writes_nobody_else_does() {
            Scene.declared()
                    .does(RESOLVE)
                    .isRefused(write("timeline", "It began at ten", 0), "written by the record")
                    .isRefused(write("nothing", "x", 0), "no section")
                    .isRefused(write("root-cause", " ", 0), "Write something")
                    .does(write("root-cause", "A cache had no limit", 0))
                    .isRefused(write("root-cause", "A cache had no limit", 1), "says so already");
        }
    }

    @Nested
    class Approval {
        @Test
        @Tag("F22")
        void it_is_submitted_only_when_every_required_section_is_there() {
            Scene scene = Scene.declared().does(RESOLVE).does(write("root-cause", "A cache", 0));
            scene.isRefused(
                    new ReviewCommand.SubmitReview(1, false, NAMES),
                    "Impact assessment, What went well, What went poorly, Action items");
        }

        @Test
        @Tag("F22")
        void another_pair_of_eyes_approves_it() {
            Scene scene = submitted(Scene.declared().does(RESOLVE));
            int revision = review(scene).revision();
            ReviewCommand approve = new ReviewCommand.ApproveReview(revision, NONE, false, NAMES);
            scene.isRefused(approve, "You submitted it");
            scene.by(Scene.BEN).isRefused(approve, "approved by the On-call commander");
            scene.by(Scene.SAM).does(approve);
            assertThat(scene.latest("review").orElseThrow().state())
                    .isEqualTo(Obligation.State.MET);
            scene.isRefused(approve, "approved already");
        }

        @Test
        @Tag("F22")
        void whoever_wrote_most_of_it_does_not_approve_it() {
            Scene scene = written(Scene.declared().does(RESOLVE).by(Scene.SAM));
            scene.by(Scene.ANA)
                    .does(new ReviewCommand.SubmitReview(review(scene).revision(), false, NAMES));
            scene.by(Scene.SAM)
                    .isRefused(
                            new ReviewCommand.ApproveReview(
                                    review(scene).revision(), NONE, false, NAMES),
                            "You wrote most of it");
        }

        @Test
        @Tag("F22")
        void wordings_that_may_blame_have_to_be_meant() {
            Scene scene = written(Scene.declared().does(RESOLVE));
            scene.does(write("went-poorly", "The engineer should have known", 1));
            int revision = review(scene).revision();
            scene.isRefused(
                    new ReviewCommand.SubmitReview(revision, false, NAMES), "may sound like blame");
            scene.does(new ReviewCommand.SubmitReview(revision, true, NAMES));
            scene.by(Scene.SAM)
                    .isRefused(
                            new ReviewCommand.ApproveReview(revision, NONE, false, NAMES),
                            "may sound like blame")
                    .does(new ReviewCommand.ApproveReview(revision, NONE, true, NAMES));
            assertThat(scene.happened(ReviewEvent.ReviewApproved.class).getFirst().wordings())
                    .isPositive();
        }

        @Test
        @Tag("F22")
        void a_name_where_it_is_said_why_has_to_be_meant_and_is_recorded_with_it() {
            Scene scene = written(Scene.declared().does(RESOLVE));
            scene.does(write("root-cause", "Ben Okafor dropped the table", 1));
            int revision = review(scene).revision();
            scene.isRefused(
                    new ReviewCommand.SubmitReview(revision, false, NAMES),
                    "1 wording may sound like blame");
            scene.does(new ReviewCommand.SubmitReview(revision, true, NAMES));
            assertThat(scene.happened(ReviewEvent.ReviewSubmitted.class).getFirst().wordings())
                    .isEqualTo(1);
            scene.by(Scene.SAM)
                    .isRefused(
                            new ReviewCommand.ApproveReview(revision, NONE, false, NAMES),
                            "1 wording may sound like blame")
                    .does(new ReviewCommand.ApproveReview(revision, NONE, true, NAMES));
            assertThat(scene.happened(ReviewEvent.ReviewApproved.class).getFirst().wordings())
                    .isEqualTo(1);
        }

        @Test
        @Tag("S12")
        void somebody_who_may_approve_it_is_named_after_closing_and_nobody_is_called() {
            Scene scene =
                    Scene.under("soc2-irp-001")
                            .withHolders("security-lead")
                            .by(Scene.CIRO)
                            .declares("P1", "Odd login")
                            .does(RESOLVE)
                            .after("PT72H")
                            .does(new IncidentCommand.Close(NONE));
            written(scene)
                    .does(new ReviewCommand.SubmitReview(review(scene).revision(), false, NAMES));
            assertThat(scene.said()).anyMatch(s -> s.contains("/incident assign <role> @person"));
            scene.does(new IncidentCommand.AssignRole(new RoleName("security-lead"), Scene.SAM));
            assertThat(scene.happened(IncidentEvent.RolePaged.class)).isEmpty();
            assertThat(scene.incident().status()).isEqualTo(Status.CLOSED);
            scene.by(Scene.SAM)
                    .does(
                            new ReviewCommand.ApproveReview(
                                    review(scene).revision(), NONE, false, NAMES));
            assertThat(scene.latest("review").orElseThrow().state())
                    .isEqualTo(Obligation.State.MET);
        }

        @Test
        @Tag("F22")
        void what_was_kept_and_is_sent_back_is_owed_from_then_and_nobody_is_called_at_once() {
            Scene scene = approved(Scene.declared().does(RESOLVE).after("PT1H"));
            scene.after("P10D").does(new ReviewCommand.SendBackReview(new FreeText("A typo")));
            Instant due = scene.now().plus(Duration.ofDays(2));
            assertThat(scene.owes("review").due()).isEqualTo(due);
            scene.clockKnocks();
            assertThat(called(scene)).isEmpty();
            scene.after("PT1H").does(write("root-cause", "A cache had no limit", 1));
            assertThat(scene.happened(IncidentEvent.ObligationMoved.class)).isEmpty();
            scene.after("PT23H").clockKnocks();
            assertThat(called(scene)).containsExactly(Scene.CLEO);
            scene.by(Scene.ANA)
                    .does(new ReviewCommand.SubmitReview(review(scene).revision(), false, NAMES));
            scene.by(Scene.SAM)
                    .does(
                            new ReviewCommand.ApproveReview(
                                    review(scene).revision(), NONE, false, NAMES));
            assertThat(scene.happened(IncidentEvent.ObligationMet.class))
                    .singleElement()
                    .satisfies(met -> assertThat(met.late()).isFalse());
        }

        @Test
        void what_waits_for_approval_stands_still_until_it_is_sent_back() {
            Scene scene = submitted(Scene.declared().does(RESOLVE));
            scene.isRefused(write("root-cause", "Another cause", 1), "Send it back");
            scene.isRefused(new ReviewCommand.SendBackReview(NONE), "what has to change");
            scene.does(new ReviewCommand.SendBackReview(new FreeText("The cause is a symptom")))
                    .does(write("root-cause", "Another cause", 1));
        }
    }

    @Nested
    class Afterwards {
        @Test
        @Tag("F24")
        void it_is_shared_inside_as_soon_as_it_is_approved() {
            Scene scene = approved(Scene.declared().does(RESOLVE));
            assertThat(scene.happened(ReviewEvent.ReviewShared.class)).hasSize(1);
            assertThat(scene.effects()).contains(new Effect.Show(Effect.Surface.POST_MORTEM));
        }

        @Test
        @Tag("F24")
        void a_private_one_stays_among_those_who_handle_it() {
            Scene scene =
                    approved(
                            Scene.under("featuresignals")
                                    .declares(
                                            new IncidentCommand.Declare(
                                                    new FreeText("A key leaked"),
                                                    NONE,
                                                    new SeverityName("P1"),
                                                    Optional.empty(),
                                                    true,
                                                    false,
                                                    false,
                                                    Source.EMPLOYEE,
                                                    Optional.empty()))
                                    .does(RESOLVE));
            assertThat(scene.happened(ReviewEvent.ReviewShared.class)).isEmpty();
            assertThat(scene.effects()).doesNotContain(new Effect.Show(Effect.Surface.POST_MORTEM));
        }

        @Test
        @Tag("F24")
        void publishing_it_outside_is_asked_for_and_never_happens_by_itself() {
            Scene scene = Scene.declared().does(RESOLVE);
            scene.isRefused(new ReviewCommand.AskPublication(NONE), "approved first");
            approved(scene);
            assertThat(scene.happened(ReviewEvent.PublicationAsked.class)).isEmpty();
            scene.does(new ReviewCommand.AskPublication(new FreeText("Customers ask for it")));
            scene.isRefused(new ReviewCommand.AskPublication(NONE), "asked for 0 s ago by USAM");
        }

        @Test
        @Tag("F24")
        void what_was_published_as_an_approved_notice_stands_with_the_post_mortem() {
            Scene scene = approved(Scene.declared().does(RESOLVE));
            scene.does(new ReviewCommand.AskPublication(new FreeText("Customers ask for it")));
            assertThat(scene.effects())
                    .anyMatch(e ->
                            e instanceof Effect.Say say
                                    && say.notice() instanceof Notice.PostMortem asked
                                    && asked.step() == Notice.PostMortem.Step.PUBLICATION);
            scene.by(Scene.BEN)
                    .does(
                            new DraftCommand.WriteDraft(
                                    "publication",
                                    Optional.empty(),
                                    DraftRulesTest.words("What happened."),
                                    true));
            String hash =
                    scene.incident().dossier().drafts().find(1).orElseThrow().current().hash();
            scene.by(Scene.LENA).does(new DraftCommand.ApproveDraft(1, hash));
            scene.by(Scene.DORA).does(new DraftCommand.ApproveDraft(1, hash));
            scene.by(Scene.CLEO).does(new DraftCommand.ReleaseDraft(1, hash));
            assertThat(scene.incident().dossier().review().published()).isEmpty();
            scene.does(
                    new DraftCommand.MarkSent(
                            1,
                            Optional.empty(),
                            new FreeText("website"),
                            new FreeText("everyone"),
                            new FreeText("https://blog.example/1"),
                            NONE));
            assertThat(scene.incident().dossier().review().published())
                    .singleElement()
                    .satisfies(out -> {
                        assertThat(out.draft()).isEqualTo(1);
                        assertThat(out.proof()).isEqualTo(new FreeText("https://blog.example/1"));
                    });
            assertThat(scene.said()).anyMatch(s -> s.startsWith("Post-mortem published as N-1"));
        }

        @Test
        @Tag("S13")
        void the_second_program_presents_it_to_the_ciso_and_p1_to_the_board() {
            Scene scene = approved(closed("P1"));
            assertThat(scene.owes("review.ciso").title()).isEqualTo("Presentation to the CISO");
            assertThat(scene.owes("review.board").title()).isEqualTo("Report to the Board");
            scene.isRefused(present("ciso", scene.now().plusSeconds(60)), "in the future");
            scene.does(present("ciso", scene.now()));
            assertThat(scene.latest("review.ciso").orElseThrow().state())
                    .isEqualTo(Obligation.State.MET);
            assertThat(scene.owes("review.board").isOpen()).isTrue();
            scene.isRefused(present("ciso", scene.now()), "in the record already");
            scene.does(present("board", scene.now()));
            assertThat(review(scene).presented()).hasSize(2);
        }

        @Test
        @Tag("S13")
        void p2_is_not_reported_to_the_board() {
            Scene scene = approved(closed("P2"));
            assertThat(scene.owes("review.ciso").isOpen()).isTrue();
            assertThat(scene.latest("review.board")).isEmpty();
            scene.isRefused(present("board", scene.now()), "not owed at P2");
        }

        @Test
        @Tag("S13")
        void a_presentation_that_is_late_is_chased() {
            Scene scene = approved(closed("P1"));
            scene.after("P15D").clockKnocks();
            assertThat(scene.said()).anyMatch(s -> s.contains("Presentation to the CISO"));
        }

        @Test
        void the_record_ticks_that_it_was_written() {
            Scene scene = approved(closed("P1"));
            assertThat(scene.incident().checklists().done(new ItemName("write"))).isTrue();
        }

        private Scene closed(String severity) {
            return Scene.under("soc2-irp-001")
                    .declares(severity, "Odd login")
                    .does(RESOLVE)
                    .after("PT72H")
                    .does(new IncidentCommand.Close(NONE));
        }
    }

    /** Every section that people write, one by one, and an action item. */
    private static Scene written(Scene scene) {
        for (ReviewSection section : scene.policy().reviewing().orElseThrow().written()) {
            scene.does(write(section.name(), "Nothing more to say about " + section.title(), 0));
        }
        return scene.does(
                new ActionCommand.AddAction(
                        new FreeText("Alert when a disk is 80 % full"),
                        ActionKind.DETECT,
                        Optional.of(Scene.BEN),
                        Optional.of(LocalDate.parse("2026-04-20")),
                        NONE,
                        NONE));
    }

    private static Scene submitted(Scene scene) {
        written(scene.by(Scene.ANA));
        return scene.does(new ReviewCommand.SubmitReview(review(scene).revision(), false, NAMES));
    }

    static Scene approved(Scene scene) {
        submitted(scene);
        PersonId approver = Scene.SAM;
        return scene.withAdmin(approver)
                .by(approver)
                .does(
                        new ReviewCommand.ApproveReview(
                                review(scene).revision(), NONE, false, NAMES));
    }

    /** Whom the clock of the post-mortem called. */
    private static List<PersonId> called(Scene scene) {
        return scene.happened(IncidentEvent.ObligationRang.class).stream()
                .filter(rang -> rang.id().clock().value().equals("review"))
                .flatMap(rang -> rang.told().stream())
                .flatMap(told -> told.people().stream())
                .toList();
    }

    private static IncidentCommand write(String section, String text, int revision) {
        return new ReviewCommand.WriteSection(section, FreeText.of(text), revision);
    }

    private static IncidentCommand present(String hearing, Instant when) {
        return new ReviewCommand.PresentReview(hearing, when, new FreeText("in the weekly"));
    }

    private static Review review(Scene scene) {
        return scene.incident().dossier().review();
    }
}
