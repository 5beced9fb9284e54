package io.muster.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.written.Problem;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F03")
class DetectionReaderTest {
    @Test
    void a_policy_without_the_section_offers_the_five_sources() {
        assertThat(SmallPolicy.read(SmallPolicy.TEXT).ifSound().orElseThrow().detections())
                .extracting(Detection::source)
                .isEqualTo(Detection.SOURCES);
    }

    @Test
    void a_policy_names_ways_of_its_own_and_to_which_source_they_belong() {
        Policy policy =
                with("detection:\n  probe: {title: Our own probe, source: monitoring}\n")
                        .ifSound()
                        .orElseThrow();
        assertThat(policy.detections())
                .containsExactly(
                        new Detection(new DetectionName("probe"), "Our own probe", "monitoring"));
    }

    @Test
    void a_source_that_does_not_exist_is_named_with_its_remedy() {
        assertThat(with("detection:\n  probe: {title: Probe, source: monitorng}\n").problems())
                .extracting(Problem::remedy)
                .contains("Did you mean `monitoring`?");
    }

    private static io.muster.core.written.Reading<Policy> with(String section) {
        return SmallPolicy.read(SmallPolicy.TEXT + section);
    }
}
