package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.checklist.Tick;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Phase;
import io.muster.core.policy.PhaseName;
import io.muster.core.roster.Actor;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class PhaseRulesTest {
    private static final PhaseName CONTAINMENT = new PhaseName("containment");
    private static final PhaseName INVESTIGATION = new PhaseName("investigation");

    @Test
    @Tag("F11")
    void containment_and_investigation_run_beside_each_other_and_end_by_themselves() {
        Scene scene =
                Scene.declared().does(start(CONTAINMENT)).after("PT1M").does(start(INVESTIGATION));
        assertThat(scene.incident().phases().isRunning(CONTAINMENT)).isTrue();
        assertThat(scene.incident().phases().isRunning(INVESTIGATION)).isTrue();
        scene.after("PT1H").does(finish(CONTAINMENT, ""));
        assertThat(scene.incident().phases().isRunning(CONTAINMENT)).isFalse();
        assertThat(scene.incident().phases().isRunning(INVESTIGATION)).isTrue();
        assertThat(scene.incident().milestones().at(Milestone.CONTAINED)).contains(scene.now());
    }

    @Test
    void a_phase_that_runs_is_not_started_again_and_one_that_is_finished_may_be() {
        Scene scene = Scene.declared().does(start(CONTAINMENT)).after("PT5M");
        scene.isRefused(start(CONTAINMENT), "Containment has been running for 5 min");
        scene.does(finish(CONTAINMENT, "")).isRefused(finish(CONTAINMENT, ""), "finished already");
        scene.does(start(CONTAINMENT));
        scene.isRefused(finish(INVESTIGATION, ""), "Investigation has not been started");
        scene.isRefused(start(new PhaseName("nonsense")), "is not a phase here", "investigation");
    }

    @Test
    void the_first_phase_begins_with_the_incident() {
        assertThat(Scene.declared().incident().phases().isRunning(new PhaseName("triage")))
                .isTrue();
    }

    @Test
    @Tag("S12")
    void only_the_phase_that_looks_back_is_for_the_time_after_the_end() {
        assertThat(lookingBack("soc2-irp-001")).containsExactly("review");
        assertThat(lookingBack("featuresignals")).isEmpty();
    }

    private static List<String> lookingBack(String policy) {
        return Scene.under(policy).policy().phases().stream()
                .filter(Phase::looksBack)
                .map(phase -> phase.name().value())
                .toList();
    }

    @ParameterizedTest
    @Tag("F10")
    @Tag("S06")
    @CsvSource({"featuresignals, P0", "soc2-irp-001, P1"})
    void every_bullet_of_every_phase_can_be_ticked_with_who_and_when(
            String policy, String severity) {
        Scene scene = Scene.under(policy).declares(severity, "x").by(Scene.BEN).after("PT1M");
        for (Phase phase : scene.policy().phases()) {
            for (var item : phase.items()) {
                if (!scene.incident().checklists().done(item.name())) {
                    scene.does(new IncidentCommand.Tick(item.name()));
                    assertThat(scene.incident().checklists().tick(item.name()))
                            .contains(new Tick(Actor.person(Scene.BEN), scene.now(), false));
                }
            }
        }
    }

    @Test
    @Tag("F10")
    void what_the_record_shows_is_ticked_by_itself_in_the_name_of_whoever_did_it() {
        Scene scene =
                Scene.declared()
                        .after("PT2M")
                        .by(Scene.BEN)
                        .does(new IncidentCommand.Acknowledge());
        assertThat(scene.incident().checklists().tick(new ItemName("acknowledge")))
                .contains(new Tick(Actor.person(Scene.BEN), scene.now(), true));
        scene.does(new IncidentCommand.RecordRoom("C1", "inc-1-x"));
        assertThat(scene.incident().checklists().done(new ItemName("channel")))
                .as("the channel exists, the document does not yet")
                .isFalse();
        scene.does(
                new DocumentCommand.RecordDocument(
                        new DocumentPlace(
                                DocumentPlace.Form.CANVAS, "F1", "https://x.example/F1")));
        assertThat(scene.incident().checklists().done(new ItemName("channel"))).isTrue();
        assertThat(scene.incident().checklists().done(new ItemName("severity"))).isTrue();
        assertThat(scene.incident().checklists().done(new ItemName("classify"))).isFalse();
        scene.does(new IncidentCommand.Classify(new KindName("security")));
        assertThat(scene.incident().checklists().done(new ItemName("classify"))).isTrue();
    }

    @Test
    void an_item_that_a_person_opened_again_stays_open() {
        Scene scene = Scene.declared().does(new IncidentCommand.Acknowledge());
        ItemName item = new ItemName("acknowledge");
        scene.does(new IncidentCommand.Untick(item))
                .isRefused(new IncidentCommand.Untick(item), "open already");
        scene.does(new IncidentCommand.AddNote(new FreeText("something else")));
        assertThat(scene.incident().checklists().done(item)).isFalse();
    }

    @Test
    void an_item_is_ticked_once_and_the_second_hears_who_was_first() {
        Scene scene = Scene.declared().does(new IncidentCommand.Tick(new ItemName("isolate")));
        scene.after("PT4M")
                .by(Scene.BEN)
                .isRefused(
                        new IncidentCommand.Tick(new ItemName("isolate")),
                        "ticked by UANA 4 min ago");
        scene.isRefused(new IncidentCommand.Tick(new ItemName("nonsense")), "no such item");
    }

    @Test
    @Tag("F12")
    void
            a_security_incident_does_not_leave_containment_without_its_evidence_unless_the_commander_says_why() {
        Scene scene =
                Scene.declared()
                        .does(new IncidentCommand.Confirm(Optional.of(new KindName("security"))))
                        .does(start(CONTAINMENT));
        scene.isRefused(
                finish(CONTAINMENT, ""), "Secure the forensic evidence", "override: <reason>");
        scene.by(Scene.BEN)
                .isRefused(finish(CONTAINMENT, "no time"), "Only the incident commander may");
        scene.by(Scene.CLEO).does(finish(CONTAINMENT, "the disk had to be wiped"));
        assertThat(scene.happened(IncidentEvent.PhaseFinished.class).getFirst().leftOpen())
                .containsExactly(new ItemName("evidence"));
        assertThat(scene.said())
                .contains(
                        "Containment finished by UCLEO with 1 required item left open: the disk had to be wiped");
    }

    @Test
    void with_the_evidence_done_nobody_needs_a_reason() {
        Scene scene =
                Scene.declared()
                        .does(new IncidentCommand.Confirm(Optional.of(new KindName("security"))))
                        .does(start(CONTAINMENT))
                        .does(new IncidentCommand.Tick(new ItemName("evidence")))
                        .does(finish(CONTAINMENT, ""));
        assertThat(scene.happened(IncidentEvent.PhaseFinished.class).getFirst().leftOpen())
                .isEmpty();
    }

    private static IncidentCommand start(PhaseName phase) {
        return new IncidentCommand.StartPhase(phase);
    }

    private static IncidentCommand finish(PhaseName phase, String override) {
        return new IncidentCommand.FinishPhase(phase, new FreeText(override));
    }
}
