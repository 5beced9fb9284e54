package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class LifecycleRulesTest {
    private static final IncidentCommand ACK = new IncidentCommand.Acknowledge();
    private static final IncidentCommand RESOLVE = new IncidentCommand.Resolve(FreeText.NONE);
    private static final IncidentCommand CLOSE = new IncidentCommand.Close(FreeText.NONE);

    @Nested
    class Triage {
        @Test
        @Tag("F05")
        void an_acknowledgment_is_recorded_with_who_and_when() {
            Scene scene = Scene.declared().after("PT3M").by(Scene.BEN).does(ACK);
            assertThat(scene.incident().status()).isEqualTo(Status.ACKNOWLEDGED);
            assertThat(scene.incident().milestones().at(Milestone.ACKNOWLEDGED))
                    .contains(scene.now());
            assertThat(
                            scene.incident()
                                    .milestones()
                                    .by(Milestone.ACKNOWLEDGED)
                                    .flatMap(a -> a.person()))
                    .contains(Scene.BEN);
            assertThat(scene.said()).containsExactly("Acknowledged by UBEN after 3 min");
        }

        @Test
        void the_second_who_acknowledges_hears_who_was_first() {
            Scene.declared()
                    .does(ACK)
                    .after("PT2M")
                    .by(Scene.BEN)
                    .isRefused(ACK, "was acknowledged by UANA 2 min ago");
        }

        @Test
        @Tag("F05")
        void triage_says_of_what_kind_it_is() {
            Scene scene =
                    Scene.declared()
                            .does(
                                    new IncidentCommand.Confirm(
                                            Optional.of(new KindName("security"))));
            assertThat(scene.incident().status()).isEqualTo(Status.CONFIRMED);
            assertThat(scene.incident().header().kind()).contains(new KindName("security"));
            assertThat(scene.incident().milestones().has(Milestone.ACKNOWLEDGED))
                    .as("who confirms has taken it up")
                    .isTrue();
        }

        @Test
        void the_kind_can_be_said_later_and_corrected() {
            Scene scene =
                    Scene.declared()
                            .does(new IncidentCommand.Classify(new KindName("operational")))
                            .does(new IncidentCommand.Classify(new KindName("security")))
                            .isRefused(
                                    new IncidentCommand.Classify(new KindName("security")),
                                    "classified as Security already")
                            .isRefused(
                                    new IncidentCommand.Classify(new KindName("weather")),
                                    "not a kind of incident");
            assertThat(scene.incident().header().kind()).contains(new KindName("security"));
        }

        @Test
        @Tag("S05")
        void triage_can_end_in_not_an_incident_with_a_reason_and_every_clock_stops() {
            Scene scene =
                    Scene.under("soc2-irp-001")
                            .declares("P1", "Suspicious login")
                            .isRefused(new IncidentCommand.Dismiss(FreeText.NONE), "Say why")
                            .does(
                                    new IncidentCommand.Dismiss(
                                            new FreeText("it was our own scanner")));
            assertThat(scene.incident().status()).isEqualTo(Status.DISMISSED);
            assertThat(scene.incident().obligations().open()).isEmpty();
            assertThat(scene.said())
                    .containsExactly("Dismissed: not an incident by UANA: it was our own scanner");
        }

        @Test
        void starting_to_contain_says_that_it_is_an_incident() {
            Scene scene =
                    Scene.declared()
                            .does(new IncidentCommand.StartPhase(new PhaseName("containment")));
            assertThat(scene.incident().status()).isEqualTo(Status.CONFIRMED);
            assertThat(scene.said())
                    .contains("Confirmed as an incident by UANA, by starting Containment");
        }

        @Test
        @Tag("F02")
        void a_private_report_is_told_only_to_those_whom_the_policy_names_until_it_is_confirmed() {
            Scene scene = Scene.under("featuresignals").by(Scene.OTTO).declares(report());
            assertThat(scene.told()).containsExactlyInAnyOrder(Scene.ANA, Scene.SAM);
            assertThat(scene.incident().header().isPrivate()).isTrue();
            assertThat(scene.incident().commander()).isEmpty();
            scene.by(Scene.SAM).does(new IncidentCommand.Confirm(Optional.empty()));
            assertThat(scene.told()).contains(Scene.CLEO);
            assertThat(scene.incident().commander()).contains(Scene.CLEO);
        }

        @Test
        @Tag("F02")
        void who_is_not_inside_a_private_incident_does_not_even_learn_that_it_exists() {
            Scene scene = Scene.under("featuresignals").by(Scene.OTTO).declares(report());
            scene.by(Scene.ELI).isRefused(ACK, "There is no incident here that you can see");
            scene.by(Scene.OTTO)
                    .does(new IncidentCommand.AddNote(new FreeText("the reporter may")));
            scene.withAdmin(Scene.ELI).by(Scene.ELI).does(ACK);
        }

        private static IncidentCommand.Declare report() {
            return new IncidentCommand.Declare(
                    new FreeText("Key in a public repository"),
                    FreeText.NONE,
                    new SeverityName("P1"),
                    Optional.empty(),
                    true,
                    true,
                    false,
                    Source.EMPLOYEE,
                    Optional.empty());
        }
    }

    @Nested
    class Titles {
        @Test
        void an_empty_title_is_refused_with_an_example() {
            Scene scene = Scene.under("featuresignals");
            Decision decision = IncidentRules.declare(declare("  \n "), scene.moment());
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            assertThat(((Decision.Refused) decision).words().plain(Object::toString))
                    .contains("/incident declare P0 Checkout is down");
        }

        @Test
        void a_long_title_is_cut_on_a_word_and_kept_whole_as_the_description() {
            String title = "The checkout of the shop ".repeat(20).strip();
            Scene scene = Scene.under("featuresignals").declares(declare(title));
            String shown = scene.incident().header().title().text();
            assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(120);
            assertThat(shown).endsWith("checkout of the…");
            assertThat(scene.incident().header().description().text()).isEqualTo(title);
        }

        @Test
        void controls_that_hide_or_reorder_text_are_removed_and_emoji_stay_whole() {
            Scene scene =
                    Scene.under("featuresignals")
                            .declares(declare("pay\u202Eled\u202C\u0007 is\tdown\n👩‍👩‍👧‍👦"));
            assertThat(scene.incident().header().title().text())
                    .isEqualTo("payled is down 👩‍👩‍👧‍👦");
        }

        private static IncidentCommand.Declare declare(String title) {
            return new IncidentCommand.Declare(
                    new FreeText(title),
                    FreeText.NONE,
                    new SeverityName("P0"),
                    Optional.empty(),
                    false,
                    false,
                    false,
                    Source.EMPLOYEE,
                    Optional.empty());
        }
    }

    @Nested
    class Closing {
        @Test
        @Tag("F21")
        void closing_waits_for_24_stable_hours_and_says_how_long_still() {
            Scene scene = Scene.declared().does(RESOLVE);
            scene.isRefused(CLOSE, "stable for 0 s of 24 h", "24 h");
            scene.after("PT23H59M").isRefused(CLOSE, "1 min");
            scene.after("PT1M").does(CLOSE);
            assertThat(scene.incident().status()).isEqualTo(Status.CLOSED);
            assertThat(scene.happened(IncidentEvent.Closed.class).getFirst().override().isBlank())
                    .isTrue();
        }

        @Test
        @Tag("S09")
        void under_the_second_program_it_waits_for_72_hours() {
            Scene scene =
                    Scene.under("soc2-irp-001").declares("P2", "Odd admin access").does(RESOLVE);
            scene.after("PT71H").isRefused(CLOSE, "1 h");
            scene.after("PT1H").does(CLOSE);
        }

        @Test
        @Tag("S09")
        void the_72_hours_begin_when_recovery_is_finished_not_when_the_work_is() {
            Scene scene = Scene.under("soc2-irp-001").declares("P1", "Breach");
            scene.does(new IncidentCommand.StartPhase(new PhaseName("recover")));
            scene.after("PT1H")
                    .does(new IncidentCommand.FinishPhase(new PhaseName("recover"), FreeText.NONE));
            scene.after("PT10H").does(RESOLVE);
            scene.after("PT61H").isRefused(CLOSE, "1 h");
            scene.after("PT1H").does(CLOSE);
        }

        @Test
        @Tag("F21")
        void a_regression_starts_the_24_hours_again() {
            Scene scene = Scene.declared().does(RESOLVE).after("PT20H");
            scene.isRefused(new IncidentCommand.Reopen(FreeText.NONE), "Say why");
            scene.does(new IncidentCommand.Reopen(new FreeText("errors are back")));
            assertThat(scene.incident().status()).isEqualTo(Status.CONFIRMED);
            scene.after("PT5H").isRefused(CLOSE, "Resolve it first").does(RESOLVE);
            scene.after("PT23H").isRefused(CLOSE, "1 h");
            scene.after("PT1H").does(CLOSE);
        }

        @Test
        @Tag("F21")
        void closing_earlier_needs_the_commander_and_a_reason_that_stays_in_the_record() {
            IncidentCommand override =
                    new IncidentCommand.Close(new FreeText("duplicate of INC-7"));
            Scene scene = Scene.declared().does(RESOLVE).after("PT1H");
            scene.by(Scene.BEN).isRefused(override, "Only the incident commander may", "UCLEO");
            scene.by(Scene.CLEO).does(override);
            assertThat(scene.happened(IncidentEvent.Closed.class).getFirst().override().text())
                    .isEqualTo("duplicate of INC-7");
            assertThat(scene.said())
                    .contains(
                            "Closed by UCLEO before the stability watch was over: duplicate of INC-7");
        }

        @Test
        void when_nobody_commands_the_refusal_says_how_to_name_someone() {
            Scene.under("featuresignals")
                    .withoutTeam()
                    .declares("P0", "Down")
                    .does(RESOLVE)
                    .isRefused(
                            new IncidentCommand.Close(new FreeText("now")),
                            "Nobody holds that role here",
                            "/incident assign commander @person");
        }

        @Test
        void phases_that_still_run_end_with_the_incident_and_what_was_open_is_written_down() {
            Scene scene = Scene.declared();
            scene.does(new IncidentCommand.StartPhase(new PhaseName("remediation")));
            scene.does(RESOLVE).after("P1D").does(CLOSE);
            assertThat(scene.happened(IncidentEvent.PhaseFinished.class))
                    .extracting(e -> e.phase().value())
                    .containsExactly("triage", "remediation");
            assertThat(scene.happened(IncidentEvent.PhaseFinished.class).getLast().leftOpen())
                    .hasSize(2);
        }

        @Test
        @Tag("F21")
        void what_came_back_after_it_was_closed_is_watched_for_24_hours_again() {
            Scene scene = Scene.declared().does(RESOLVE).after("PT25H").does(CLOSE);
            scene.after("PT1H").does(new IncidentCommand.Reopen(new FreeText("errors are back")));
            scene.after("PT2H").does(RESOLVE);
            scene.isRefused(CLOSE, "stable for 0 s of 24 h");
            scene.after("PT24H").does(CLOSE);
        }

        @Test
        void what_is_closed_can_be_reopened_and_what_is_open_cannot() {
            Scene scene = Scene.declared();
            scene.isRefused(new IncidentCommand.Reopen(new FreeText("x")), "is open");
            scene.does(RESOLVE).after("P1D").does(CLOSE);
            scene.isRefused(CLOSE, "was closed by UANA");
            scene.isRefused(RESOLVE, "is closed", "/incident reopen");
            scene.does(new IncidentCommand.Reopen(new FreeText("it was too early")));
            assertThat(scene.incident().status().isActive()).isTrue();
        }

        @Test
        void a_dismissed_one_that_turns_out_real_is_reopened() {
            Scene scene =
                    Scene.declared()
                            .does(new IncidentCommand.Dismiss(new FreeText("noise")))
                            .after("PT1H")
                            .does(new IncidentCommand.Reopen(new FreeText("it was not noise")));
            assertThat(scene.incident().status()).isEqualTo(Status.ACKNOWLEDGED);
            assertThat(scene.owes("resolution").due())
                    .as("from its original start")
                    .isEqualTo(scene.incident().declaredAt().plusSeconds(4 * 3600));
        }
    }
}
