package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.PhaseName;
import io.muster.core.roster.Actor;
import io.muster.core.timeline.Timeline;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** What was restored and broke again, before anybody said that it was over, is not stable. */
@Tag("F21")
@Tag("S09")
class BrokeAgainTest {
    private static final PhaseName RECOVER = new PhaseName("recover");
    private static final IncidentCommand START = new IncidentCommand.StartPhase(RECOVER);
    private static final IncidentCommand FINISH =
            new IncidentCommand.FinishPhase(RECOVER, FreeText.NONE);
    private static final IncidentCommand RESOLVE = new IncidentCommand.Resolve(FreeText.NONE);
    private static final IncidentCommand CLOSE = new IncidentCommand.Close(FreeText.NONE);

    @Test
    void the_watch_of_the_plan_starts_again_from_the_second_restoration() {
        Scene scene = restored();
        Instant first = scene.now();
        assertThat(scene.owes("stability").due()).isEqualTo(first.plus(Duration.ofDays(3)));
        scene.after("PT48H");
        scene.isRefused(
                new IncidentCommand.Reopen(new FreeText("it is back")),
                "INC-1 is open. If what was restored broke again",
                "/incident phase recover start");
        scene.does(START);
        assertThat(scene.said())
                .anyMatch(s -> s.equals("Recover started again by UANA: not restored any more"));
        assertThat(scene.incident().milestones().has(Milestone.RESTORED)).isFalse();
        assertThat(scene.latest("stability").orElseThrow().state())
                .isEqualTo(Obligation.State.DROPPED);
        scene.after("PT12H").does(FINISH).does(RESOLVE);
        Instant second = scene.now();
        assertThat(scene.owes("stability").due()).isEqualTo(second.plus(Duration.ofDays(3)));
        scene.after("PT12H").isRefused(CLOSE, "stab");
        scene.after("PT60H").does(CLOSE);
        assertThat(scene.happened(IncidentEvent.Closed.class).getFirst().stableFrom())
                .contains(second);
    }

    @Test
    void the_record_says_that_it_was_not_restored_any_more() {
        Scene scene = restored().after("PT1H").does(START);
        IncidentEvent started = scene.happened(IncidentEvent.PhaseStarted.class).getFirst();
        assertThat(
                        Timeline.sentence(
                                        new Happened(started, Actor.person(Scene.ANA), scene.now()))
                                .plain(p -> p.value()))
                .startsWith("Recover started again: not restored any more");
    }

    @Test
    void without_another_end_of_recovery_it_counts_from_the_resolution() {
        Scene scene = restored().after("PT48H").does(START).after("PT6H").does(RESOLVE);
        assertThat(scene.owes("stability").anchor()).isEqualTo(scene.now());
    }

    @Test
    void once_it_is_resolved_it_is_reopened_instead_so_that_no_watch_is_lost() {
        Scene scene = restored().does(RESOLVE);
        scene.isRefused(START, "counts as restored since then", "/incident reopen <reason>");
        scene.after("PT72H").does(CLOSE);
        scene.isRefused(START, "/incident reopen <reason>");
    }

    @Test
    void a_phase_that_restores_nothing_undoes_nothing() {
        PhaseName containment = new PhaseName("contain");
        Scene scene = Scene.under("soc2-irp-001").declares("P2", "Odd logins");
        scene.does(new IncidentCommand.StartPhase(containment))
                .does(new IncidentCommand.FinishPhase(containment, FreeText.NONE));
        scene.does(START).does(FINISH).does(new IncidentCommand.StartPhase(containment));
        assertThat(scene.incident().milestones().has(Milestone.RESTORED)).isTrue();
        assertThat(scene.owes("stability").isOpen()).isTrue();
    }

    private static Scene restored() {
        return Scene.under("soc2-irp-001").declares("P2", "Odd logins").does(START).does(FINISH);
    }
}
