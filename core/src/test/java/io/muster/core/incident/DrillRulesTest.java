package io.muster.core.incident;

import static io.muster.core.incident.Scene.ANA;
import static io.muster.core.incident.Scene.BEN;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.drill.Conclusion.Verdict;
import io.muster.core.drill.DrillPlan;
import io.muster.core.drill.Inject;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;
import io.muster.core.timeline.Secrets;
import io.muster.core.timeline.Timeline;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A drill is an incident in everything but its pace, its injects and its end. */
class DrillRulesTest {
    @Test
    @Tag("F26")
    void time_can_run_ten_times_as_fast() {
        Scene drill = begin(10);
        assertThat(drill.owes("acknowledgment").due())
                .isEqualTo(drill.now().plus(Duration.ofSeconds(90)));
        assertThat(drill.owes("status-update").due())
                .isEqualTo(drill.now().plus(Duration.ofMinutes(6)));
        assertThat(drill.owes("acknowledgment").rungs().getLast().at())
                .as("due and ten minutes")
                .isEqualTo(drill.now().plus(Duration.ofSeconds(150)));
        assertThat(drill.owes("acknowledgment").rungs().getLast().every())
                .contains(Duration.ofMinutes(1));
        assertThat(drill.said()).anyMatch(line -> line.contains("10 times as fast"));
    }

    @Test
    @Tag("F26")
    void an_incident_has_no_pace_and_no_injects() {
        Scene scene = Scene.declared();
        assertThat(scene.owes("acknowledgment").due())
                .isEqualTo(scene.now().plus(Duration.ofMinutes(15)));
        scene.isRefused(new DrillCommand.PlayInject(new FreeText("x")), "is no drill");
        assertThat(
                        IncidentRules.declare(
                                declare(false, new DrillPlan(Optional.empty(), 2, List.of())),
                                scene.moment()))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    @Tag("F26")
    void planned_injects_are_played_at_their_time_and_not_before() {
        Scene drill =
                begin(
                        1,
                        new Inject(Duration.ofMinutes(10), new FreeText("The backup is empty")),
                        new Inject(Duration.ofMinutes(5), new FreeText("Ana falls ill")));
        drill.after("PT4M").clockKnocks();
        assertThat(drill.said()).noneMatch(line -> line.contains("Inject"));
        drill.after("PT1M").clockKnocks();
        assertThat(drill.said()).contains("Inject: Ana falls ill");
        drill.after("PT5M").clockKnocks();
        assertThat(drill.said()).contains("Inject: The backup is empty");
        assertThat(drill.incident().dossier().exercise().played()).hasSize(2);
        drill.does(new DrillCommand.PlayInject(new FreeText("The press calls")));
        assertThat(drill.said()).containsExactly("Inject: The press calls");
    }

    @Test
    @Tag("F26")
    @Tag("S15")
    void it_ends_with_what_was_tested_what_came_of_it_and_who_took_part() {
        Scene drill = begin(1, new Inject(Duration.ofHours(1), new FreeText("Never played")));
        drill.does(new IncidentCommand.Join(BEN));
        drill.does(new DrillCommand.RecordFinding(new FreeText("Nobody has the key")));
        drill.does(new IncidentCommand.Resolve(FreeText.NONE));
        drill.isRefused(new IncidentCommand.Close(FreeText.NONE), "/incident drill end");
        drill.isRefused(
                new DrillCommand.Conclude(
                        Verdict.PASSED,
                        Optional.empty(),
                        FreeText.NONE,
                        new FreeText("x"),
                        FreeText.NONE),
                "what was tested");

        drill.does(conclude());
        assertThat(drill.incident().status()).isEqualTo(Status.CLOSED);
        assertThat(drill.incident().dossier().exercise().findings()).hasSize(1);
        assertThat(drill.incident().dossier().exercise().conclusion())
                .hasValueSatisfying(end -> {
                    assertThat(end.verdict()).isEqualTo(Verdict.PASSED_WITH_FINDINGS);
                    assertThat(end.participants()).contains(ANA, BEN);
                    assertThat(end.actions().text()).contains("Ben by Friday");
                });
        assertThat(drill.latest("drill.inject")).isPresent().get().matches(o -> !o.isOpen());
        drill.isRefused(conclude(), "has its report already");
    }

    @Test
    @Tag("F26")
    void it_can_be_ended_at_once() {
        Scene drill = begin(1).does(conclude());
        assertThat(drill.incident().status()).isEqualTo(Status.CLOSED);
        assertThat(drill.happened(IncidentEvent.Resolved.class)).hasSize(1);
    }

    @Test
    @Tag("F26")
    void duties_audiences_and_reviews_of_drafts_keep_the_pace_of_the_drill() {
        Scene drill =
                Scene.under("soc2-irp-001")
                        .declares(
                                declare(
                                        "P1",
                                        true,
                                        new DrillPlan(Optional.of("tabletop"), 60, List.of())));
        Instant begun = drill.now();
        assertThat(drill.owes("duty.breach-suspected").due())
                .as("24 hours")
                .isEqualTo(begun.plus(Duration.ofMinutes(24)));
        assertThat(drill.owes("duty.breach-suspected").rungs().getLast().every())
                .contains(Duration.ofMinutes(1));
        assertThat(drill.owes("audience.customers").due())
                .isEqualTo(begun.plus(Duration.ofMinutes(24)));
        drill.by(Scene.DORA)
                .does(
                        new DraftCommand.WriteDraft(
                                "customer-breach",
                                Optional.empty(),
                                DraftRulesTest.words("We had an incident."),
                                true));
        assertThat(drill.owes("draft.1.review").due())
                .as("an hour")
                .isEqualTo(drill.now().plus(Duration.ofMinutes(1)));
    }

    @Test
    @Tag("F26")
    @Tag("S15")
    void its_report_is_all_that_it_owes_unless_the_policy_wants_a_post_mortem_too() {
        Scene drill = begin(60).does(conclude());
        assertThat(drill.latest("review")).isEmpty();
        assertThat(drill.incident().dossier().review().begun()).isFalse();

        String text = Yaml.builtIn("featuresignals");
        Scene wanted =
                Scene.underText(
                                text.replace(
                                        "review:\n  title:", "review:\n  drills: yes\n  title:"))
                        .declares(
                                declare("P0", true, new DrillPlan(Optional.empty(), 60, List.of())))
                        .does(conclude());
        assertThat(wanted.owes("review").due())
                .as("48 hours at 60 times the pace")
                .isEqualTo(wanted.now().plus(Duration.ofMinutes(48)));
    }

    @Test
    @Tag("F26")
    void nobody_in_it_reads_of_an_inject_that_still_waits() {
        Scene drill = begin(1, new Inject(Duration.ofMinutes(10), new FreeText("Power fails")));
        List<Happened> story =
                drill.happened().stream()
                        .map(e -> new Happened(e, Actor.muster(), drill.now()))
                        .toList();
        assertThat(read(story, drill)).noneMatch(line -> line.contains("Inject 1"));
        drill.does(conclude());
        assertThat(read(story, drill)).anyMatch(line -> line.contains("Inject 1"));
    }

    private static List<String> read(List<Happened> story, Scene drill) {
        return Secrets.kept(story, drill.incident()).stream()
                .map(h -> Timeline.sentence(h).plain(PersonId::value))
                .toList();
    }

    private static DrillCommand conclude() {
        return new DrillCommand.Conclude(
                Verdict.PASSED_WITH_FINDINGS,
                Optional.of("disaster-recovery"),
                new FreeText("The restore from backup"),
                new FreeText("It took three hours"),
                new FreeText("A second key, Ben by Friday"));
    }

    private static Scene begin(int pace, Inject... injects) {
        return Scene.under("featuresignals")
                .declares(
                        declare(
                                true,
                                new DrillPlan(
                                        Optional.of("disaster-recovery"), pace, List.of(injects))));
    }

    private static IncidentCommand.Declare declare(boolean drill, DrillPlan plan) {
        return declare("P0", drill, plan);
    }

    private static IncidentCommand.Declare declare(String severity, boolean drill, DrillPlan plan) {
        return new IncidentCommand.Declare(
                new FreeText("Restore the database"),
                FreeText.NONE,
                new SeverityName(severity),
                Optional.empty(),
                false,
                false,
                drill,
                Source.EMPLOYEE,
                Optional.empty(),
                Optional.of(plan));
    }
}
