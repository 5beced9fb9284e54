package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.policy.Gate;
import io.muster.core.policy.Guard;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.PhaseName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class GatesTest {
    private static final List<String> SEVEN =
            List.of(
                    "evidence",
                    "memory",
                    "disk",
                    "log-export",
                    "system-state",
                    "cloud-state",
                    "custody");

    @Test
    @Tag("S07")
    void remediation_waits_for_the_whole_evidence_checklist() {
        Scene scene = security("soc2-irp-001", "P1");
        for (String item : SEVEN) {
            scene.isRefused(
                    start("eradicate"),
                    "Eradicate cannot be started yet",
                    "Evidence before remediation waits for",
                    scene.policy().item(new ItemName(item)).orElseThrow().text(),
                    "/incident phase eradicate start override: <reason>");
            scene.does(tick(item));
        }
        scene.does(start("eradicate"));
        assertThat(scene.happened(TaskEvent.GateOverridden.class)).isEmpty();
    }

    @Test
    @Tag("S07")
    void an_item_that_is_ruled_out_with_a_reason_opens_the_gate_too() {
        Scene scene = security("soc2-irp-001", "P1").by(Scene.CIRO);
        SEVEN.forEach(item ->
                scene.does(new TaskCommand.RuleOut(new ItemName(item), new FreeText("no host"))));
        scene.by(Scene.BEN).does(start("eradicate"));
    }

    @Test
    @Tag("S07")
    void only_the_commander_goes_past_a_gate_and_the_reason_stands_in_the_record() {
        Scene scene = security("soc2-irp-001", "P1");
        scene.by(Scene.BEN)
                .isRefused(start("eradicate", "no time"), "Only the incident commander may")
                .by(Scene.CIRO)
                .does(tick("memory"))
                .does(start("eradicate", "it spreads every minute"));
        TaskEvent.GateOverridden overridden =
                scene.happened(TaskEvent.GateOverridden.class).getFirst();
        assertThat(overridden.gate()).isEqualTo("evidence-first");
        assertThat(overridden.act()).isEqualTo("start eradicate");
        assertThat(overridden.missing()).hasSize(6).doesNotContain(new ItemName("memory"));
        assertThat(overridden.reason()).isEqualTo(new FreeText("it spreads every minute"));
        assertThat(scene.happened())
                .hasExactlyElementsOfTypes(
                        TaskEvent.GateOverridden.class, IncidentEvent.PhaseStarted.class);
        Effect.Say said = (Effect.Say) scene.effects().getFirst();
        assertThat(((Notice.Line) said.notice()).tone()).isEqualTo(Notice.Tone.WEIGHTY);
        assertThat(scene.said().getFirst())
                .isEqualTo(
                        "Gate overridden by UCIRO, starting Eradicate: Evidence before remediation"
                                + " (6 items open), because: it spreads every minute");
    }

    @Test
    @Tag("S06")
    void recovery_waits_until_no_attacker_is_left() {
        Scene scene = security("soc2-irp-001", "P1");
        SEVEN.forEach(item -> scene.does(tick(item)));
        scene.does(start("eradicate"))
                .isRefused(start("recover"), "No attacker left behind waits for")
                .does(tick("verify-clean"))
                .does(start("recover"));
    }

    @Test
    @Tag("S06")
    void nothing_is_restored_from_backups_that_nobody_has_proved() {
        Scene scene = security("soc2-irp-001", "P1");
        SEVEN.forEach(item -> scene.does(tick(item)));
        scene.does(start("eradicate")).does(tick("verify-clean")).does(start("recover"));
        scene.isRefused(
                tick("restore"),
                "Sound backups before restoring waits for",
                "/incident task done restore override: <reason>");
        scene.by(Scene.CIRO)
                .does(new IncidentCommand.Tick(new ItemName("restore"), new FreeText("only copy")));
        assertThat(scene.happened(TaskEvent.GateOverridden.class))
                .extracting(TaskEvent.GateOverridden::gate)
                .containsExactly("backup-integrity");
        scene.does(new IncidentCommand.Untick(new ItemName("restore")))
                .does(tick("backup-integrity"))
                .does(tick("restore"));
    }

    @Test
    @Tag("S08")
    void evidence_leaves_only_after_legal_was_told() {
        Scene scene = security("soc2-irp-001", "P1");
        Guard sharing = new Guard.SharingEvidence();
        assertThat(Gates.missing(scene.incident(), scene.policy(), sharing))
                .singleElement()
                .satisfies(closed -> {
                    assertThat(closed.gate().title()).isEqualTo("Legal before evidence leaves");
                    assertThat(closed.missing().getFirst().name())
                            .isEqualTo(new ItemName("legal-first"));
                });
        scene.does(tick("legal-first"));
        assertThat(Gates.missing(scene.incident(), scene.policy(), sharing)).isEmpty();
    }

    @Test
    @Tag("F12")
    void under_the_first_program_changes_come_after_evidence() {
        Scene scene = security("featuresignals", "P0");
        scene.isRefused(start("remediation"), "Evidence before changes waits for")
                .isRefused(tick("failover"), "Evidence before changes waits for")
                .does(tick("revoke"))
                .does(tick("evidence"))
                .does(tick("failover"))
                .does(start("remediation"));
    }

    @Test
    @Tag("F12")
    void nobody_gets_round_a_gate_by_ticking_before_the_phase_begins() {
        Scene scene = security("featuresignals", "P0");
        scene.isRefused(tick("fix"), "Evidence before changes waits for");
        scene.by(Scene.CLEO).does(start("remediation", "the host is gone"));
        scene.by(Scene.BEN).does(tick("fix"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operational", "vendor"})
    void a_gate_for_security_incidents_does_not_hold_up_the_others(String kind) {
        Scene.under("soc2-irp-001")
                .declares("P1", "x")
                .does(new IncidentCommand.Confirm(Optional.of(new KindName(kind))))
                .does(start("eradicate"))
                .does(start("recover"))
                .does(tick("restore"));
    }

    @Test
    void an_incident_of_a_kind_that_nobody_has_named_is_not_held_up_either() {
        Scene.under("soc2-irp-001").declares("P1", "x").does(start("eradicate"));
    }

    @Test
    void a_reason_that_was_not_needed_is_no_override() {
        Scene scene = security("soc2-irp-001", "P1");
        SEVEN.forEach(item -> scene.does(tick(item)));
        scene.by(Scene.BEN).does(start("eradicate", "just in case"));
        assertThat(scene.happened(TaskEvent.GateOverridden.class)).isEmpty();
    }

    @Test
    @Tag("F21")
    @Tag("F12")
    void closing_does_not_hide_what_was_left_open() {
        Scene scene = security("featuresignals", "P0").does(start("containment"));
        scene.does(new IncidentCommand.Resolve(new FreeText("done")))
                .after("PT24H")
                .does(new IncidentCommand.Close(FreeText.NONE));
        assertThat(scene.happened(IncidentEvent.PhaseFinished.class))
                .filteredOn(e -> e.phase().equals(new PhaseName("containment")))
                .flatExtracting(IncidentEvent.PhaseFinished::leftOpen)
                .containsExactly(new ItemName("evidence"));
    }

    @Test
    void the_gates_of_both_programs_are_named() {
        assertThat(Scene.under("featuresignals").policy().gates())
                .extracting(Gate::name)
                .containsExactly("evidence-first");
        assertThat(Scene.under("soc2-irp-001").policy().gates())
                .extracting(Gate::name)
                .containsExactly(
                        "evidence-first",
                        "no-persistence",
                        "backup-integrity",
                        "legal-before-sharing");
    }

    private static Scene security(String policy, String severity) {
        return Scene.under(policy)
                .declares(severity, "x")
                .does(new IncidentCommand.Confirm(Optional.of(new KindName("security"))));
    }

    private static IncidentCommand start(String phase) {
        return new IncidentCommand.StartPhase(new PhaseName(phase));
    }

    private static IncidentCommand start(String phase, String override) {
        return new IncidentCommand.StartPhase(new PhaseName(phase), new FreeText(override));
    }

    private static IncidentCommand tick(String item) {
        return new IncidentCommand.Tick(new ItemName(item));
    }
}
