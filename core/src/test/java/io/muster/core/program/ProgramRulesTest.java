package io.muster.core.program;

import static io.muster.core.program.ProgramScene.CIRO;
import static io.muster.core.program.ProgramScene.ELI;
import static io.muster.core.program.ProgramScene.OTTO;
import static io.muster.core.program.ProgramScene.SAM;
import static io.muster.core.program.ProgramScene.clock;
import static io.muster.core.program.ProgramScene.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.drill.Conclusion.Verdict;
import io.muster.core.drill.DrillPlan;
import io.muster.core.incident.DrillCommand;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.ObligationId;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The plan is reviewed, rehearsed and tested, or somebody hears of it. */
class ProgramRulesTest {
    private final ProgramScene plan = ProgramScene.under("soc2-irp-001");

    @Test
    @Tag("S15")
    void from_the_first_day_a_year_is_given_for_the_review_and_the_tabletop() {
        Instant close = Instant.parse("2027-03-04T17:00:00Z"); // the last working day of the year
        assertThat(plan.owes("plan-review").due()).isEqualTo(close);
        assertThat(plan.owes("tabletop").due()).isEqualTo(close);
        assertThat(plan.owesNothing("incident-review")).isTrue();
    }

    @Test
    @Tag("F26")
    void a_disaster_recovery_test_is_owed_every_quarter() {
        ProgramScene program = ProgramScene.under("featuresignals");
        assertThat(program.owes("dr-test").due()).isEqualTo(Instant.parse("2026-06-04T17:00:00Z"));
    }

    @Test
    @Tag("S15")
    void a_year_passes_and_its_review_is_reminded_of_escalated_and_done() {
        plan.letsDays(330);
        assertThat(plan.happened(ProgramEvent.PlanDutyRang.class)).isEmpty();

        plan.letsDays(20); // thirty days before
        assertThat(plan.told()).containsExactly(CIRO);
        assertThat(plan.announced()).hasSize(2).allMatch(n -> n instanceof Notice.Reminder);

        plan.letsDays(45); // due, a week after, and a week after that
        assertThat(plan.told()).contains(CIRO, SAM, ELI);
        assertThat(plan.happened(ProgramEvent.PlanDutyRang.class))
                .anyMatch(e -> e.escalation() && e.overdue());

        plan.does(review("plan-review", "Read it all, changed two names"));
        assertThat(plan.happened(ProgramEvent.PlanDutyMet.class))
                .singleElement()
                .matches(ProgramEvent.PlanDutyMet::late);
        assertThat(plan.program().lastProof(clock("plan-review")))
                .hasValueSatisfying(proof -> {
                    assertThat(proof.by().person()).contains(CIRO);
                    assertThat(proof.minutes().text()).contains("changed two names");
                    assertThat(proof.link().text()).isEqualTo("https://minutes.example/7");
                });
    }

    @Test
    @Tag("S15")
    void the_next_turn_counts_from_when_the_last_was_held() {
        plan.letsDays(100).does(review("plan-review", "Read it all"));
        Obligation next = plan.owes("plan-review");
        assertThat(next.id().turn()).isEqualTo(2);
        assertThat(next.due()).isEqualTo(Instant.parse("2027-06-11T17:00:00Z")); // a Friday
        assertThat(Duration.between(plan.now(), next.due())).isLessThan(Duration.ofDays(366));
    }

    @Test
    @Tag("S15")
    void what_was_recorded_once_is_not_recorded_again() {
        ProgramCommand review = review("plan-review", "Read it all");
        plan.does(review).isRefused(review, "recorded already");
    }

    @Test
    @Tag("S15")
    void only_whoever_owes_it_records_it_and_says_what_came_of_it() {
        plan.by(OTTO).isRefused(review("plan-review", "Looks fine"), "Ask UCIRO");
        plan.by(CIRO).isRefused(review("plan-review", " "), "Say what came of it");
        plan.isRefused(
                new ProgramCommand.RecordReview(
                        first("plan-review"),
                        Optional.of(plan.now().plusSeconds(60)),
                        new FreeText("x"),
                        FreeText.NONE),
                "still to come");
        plan.isRefused(
                new ProgramCommand.RecordReview(
                        first("plan-review"),
                        Optional.of(plan.now().minus(Duration.ofDays(1))),
                        new FreeText("x"),
                        FreeText.NONE),
                "before this turn began");
        plan.isRefused(review("tabletop", "We talked"), "/incident drill tabletop");
    }

    @Test
    @Tag("S15")
    void a_grave_incident_that_is_closed_makes_an_immediate_review_owed() {
        plan.closes(1, "P1");
        Obligation review = plan.owes("incident-review");
        assertThat(review.due()).isEqualTo(Instant.parse("2026-03-11T10:00:00Z"));
        assertThat(plan.told()).containsExactly(CIRO);
        assertThat(plan.announced()).hasSize(1);

        plan.after(Duration.ofDays(1)).closes(2, "P2");
        assertThat(plan.owes("incident-review")).isEqualTo(review);
        assertThat(plan.program().causesOf(review.id()).stream().map(Cause::incident))
                .containsExactly(new IncidentId(1), new IncidentId(2));

        plan.does(review("incident-review", "Both came from one cause"));
        assertThat(plan.owesNothing("incident-review")).isTrue();

        plan.closes(3, "P1");
        assertThat(plan.owes("incident-review").id().turn()).isEqualTo(2);
    }

    @Test
    @Tag("S15")
    void neither_a_small_incident_nor_a_drill_makes_a_review_owed() {
        plan.by(SAM).closes(1, "P3");
        plan.incident(2, declare("P1", true), conclude(Verdict.PASSED, Optional.empty()));
        assertThat(plan.owesNothing("incident-review")).isTrue();
    }

    @Test
    @Tag("S15")
    void a_private_incident_is_not_named_to_all() {
        Cause secret = new Cause(new IncidentId(7), declare("P1", false).severity(), true);
        assertThat(secret.words()).doesNotContain("7").contains("P1");
    }

    @Test
    @Tag("F26")
    void the_quarterly_test_is_done_by_running_it_as_a_drill() {
        ProgramScene program = ProgramScene.under("featuresignals").letsDays(85);
        assertThat(program.told()).contains(SAM);
        Obligation owed = program.owes("dr-test");

        program.incident(
                4,
                planned("P1", "disaster-recovery"),
                conclude(Verdict.FAILED, Optional.of("disaster-recovery")));

        assertThat(program.program().drills()).containsEntry(owed.id(), new IncidentId(4));
        assertThat(program.program().lastProof(clock("dr-test")))
                .hasValueSatisfying(proof -> {
                    assertThat(proof.drill()).contains(new IncidentId(4));
                    assertThat(proof.minutes().text()).contains("Goal missed", "Restored in 3 h");
                });
        Obligation next = program.owes("dr-test");
        assertThat(next.id().turn()).isEqualTo(2);
        assertThat(next.due()).isAfter(program.now().plus(Duration.ofDays(85)));
    }

    @Test
    @Tag("F26")
    void a_drill_that_was_broken_off_or_was_of_another_kind_proves_nothing() {
        ProgramScene program = ProgramScene.under("featuresignals");
        program.incident(
                1,
                planned("P1", "disaster-recovery"),
                conclude(Verdict.ABANDONED, Optional.of("disaster-recovery")));
        program.incident(2, declare("P1", true), conclude(Verdict.PASSED, Optional.of("tabletop")));
        assertThat(program.owes("dr-test").id().turn()).isEqualTo(1);
    }

    @Test
    @Tag("S15")
    void a_new_version_of_the_plan_is_recorded_and_moves_what_it_changes() {
        plan.does(new ProgramCommand.Adopt());
        assertThat(plan.program().adoptions()).as("the same text again").hasSize(1);

        plan.adopts(
                "soc2-irp-001",
                "every: 1 year\n    done-by: review",
                "every: 6 months\n    done-by: review");
        assertThat(plan.program().adoptions()).hasSize(2);
        assertThat(plan.happened(ProgramEvent.PlanAdopted.class))
                .singleElement()
                .matches(e -> e.before().isPresent());
        assertThat(plan.owes("plan-review").due()).isEqualTo(Instant.parse("2026-09-04T17:00:00Z"));
        assertThat(plan.happened(ProgramEvent.PlanDutyRevised.class)).hasSize(1);
        assertThat(plan.announced()).hasSize(1);
    }

    private static ProgramCommand review(String duty, String minutes) {
        return new ProgramCommand.RecordReview(
                first(duty),
                Optional.empty(),
                new FreeText(minutes),
                new FreeText("https://minutes.example/7"));
    }

    private static ObligationId first(String duty) {
        return ObligationId.first(clock(duty));
    }

    private static IncidentCommand.Declare planned(String severity, String kind) {
        IncidentCommand.Declare drill = declare(severity, true);
        return new IncidentCommand.Declare(
                drill.title(),
                drill.description(),
                drill.severity(),
                drill.kind(),
                false,
                false,
                true,
                drill.source(),
                drill.detectedAt(),
                Optional.of(new DrillPlan(Optional.of(kind), 1, List.of())));
    }

    private static DrillCommand conclude(Verdict verdict, Optional<String> kind) {
        return new DrillCommand.Conclude(
                verdict,
                kind,
                new FreeText("The restore from backup"),
                new FreeText("Restored in 3 h"),
                FreeText.NONE);
    }
}
