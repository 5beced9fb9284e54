package io.muster.core.incident;

import static io.muster.core.incident.EvidenceScene.exhibit;
import static io.muster.core.incident.EvidenceScene.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.evidence.ExhibitType;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.KindName;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** Evidence leaves when Legal knows and every gate that the policy puts before it is open. */
class SharingRulesTest {
    @Test
    @Tag("S08")
    @Tag("F12")
    void what_the_policy_puts_before_sharing_is_asked_besides_legal() {
        Scene scene = strict();
        scene.isRefused(
                share(1, ""),
                "stays here until Legal was told",
                "Legal before evidence leaves waits for",
                "write down the chain of custody");
        scene.does(told());
        scene.isRefused(
                share(1, ""),
                "E1 cannot leave yet.",
                "Legal before evidence leaves waits for",
                "write down the chain of custody",
                "the commander go on with a reason");
        scene.does(new IncidentCommand.Tick(new ItemName("custody"), FreeText.NONE));
        scene.does(share(1, ""));
        assertThat(scene.happened()).hasExactlyElementsOfTypes(EvidenceEvent.EvidenceShared.class);
    }

    @Test
    @Tag("S08")
    @Tag("F12")
    void the_commander_goes_past_the_gate_with_a_reason_that_stands_in_the_record() {
        Scene scene = strict().does(told());
        scene.isRefused(share(1, "the police wait"), "Only the incident commander may");
        scene.by(Scene.CIRO).does(share(1, "the police wait"));
        TaskEvent.GateOverridden past = scene.happened(TaskEvent.GateOverridden.class).getFirst();
        assertThat(past.gate()).isEqualTo("legal-before-sharing");
        assertThat(past.act()).isEqualTo("share-evidence");
        assertThat(past.missing()).containsExactly(new ItemName("custody"));
        assertThat(past.reason()).isEqualTo(new FreeText("the police wait"));
        assertThat(scene.happened(EvidenceEvent.EvidenceShared.class).getFirst().override())
                .as("Legal was told, so nothing was overridden there")
                .isEqualTo(FreeText.NONE);
        assertThat(scene.said().getFirst())
                .isEqualTo(
                        "Gate overridden by UCIRO, sharing E1: Legal before evidence leaves"
                                + " (1 item open), because: the police wait");
    }

    @Test
    @Tag("S08")
    void going_past_legal_goes_past_the_gate_of_the_plan_and_both_stand_in_the_record() {
        Scene scene = security("soc2-irp-001");
        scene.by(Scene.CIRO).does(share(1, "the police wait"));
        assertThat(scene.happened())
                .hasExactlyElementsOfTypes(
                        TaskEvent.GateOverridden.class, EvidenceEvent.EvidenceShared.class);
        assertThat(scene.happened(EvidenceEvent.EvidenceShared.class).getFirst().override())
                .isEqualTo(new FreeText("the police wait"));
    }

    @Test
    void a_policy_without_such_a_gate_asks_for_legal_alone() {
        Scene scene = security("featuresignals");
        scene.does(told()).does(share(1, ""));
        assertThat(scene.happened(TaskEvent.GateOverridden.class)).isEmpty();
    }

    private static Scene strict() {
        String text = Yaml.builtIn("soc2-irp-001");
        String gate = "needs: [legal-first]";
        assertThat(text).contains(gate);
        return begun(Scene.underText(text.replace(gate, "needs: [legal-first, custody]")), "P1");
    }

    private static Scene security(String policy) {
        return begun(Scene.under(policy), policy.equals("featuresignals") ? "P0" : "P1");
    }

    private static Scene begun(Scene scene, String severity) {
        scene.declares(severity, "Break-in")
                .does(new IncidentCommand.Confirm(Optional.of(new KindName("security"))));
        return scene.does(exhibit(ExhibitType.DISK, "sda", scene.now()));
    }

    private static EvidenceCommand told() {
        return new EvidenceCommand.NotifyLegal(Optional.of(Scene.LENA), new FreeText("by phone"));
    }
}
