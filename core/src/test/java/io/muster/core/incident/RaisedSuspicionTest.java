package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** A private report is kept among few until somebody takes it for serious. */
class RaisedSuspicionTest {
    private final Scene scene = Scene.under("soc2-irp-001").declares(reported());

    @Test
    @Tag("S04")
    @Tag("S02")
    void raising_it_names_the_commander_and_calls_whom_the_plan_names() {
        assertThat(scene.incident().commander()).isEmpty();
        scene.by(Scene.SAM).does(severity("P1"));
        assertThat(scene.incident().header().suspicion()).isFalse();
        assertThat(scene.incident().commander()).contains(Scene.CIRO);
        assertThat(scene.incident().crew().paged())
                .contains(new RoleName("ceo"), new RoleName("legal"));
    }

    @Test
    @Tag("S04")
    void lowering_it_leaves_it_a_suspicion() {
        scene.by(Scene.SAM).does(severity("P3"));
        assertThat(scene.incident().header().suspicion()).isTrue();
        assertThat(scene.incident().commander()).isEmpty();
    }

    private static IncidentCommand.ChangeSeverity severity(String name) {
        return new IncidentCommand.ChangeSeverity(
                new SeverityName(name), FreeText.of("rows of customers"));
    }

    private static IncidentCommand.Declare reported() {
        return new IncidentCommand.Declare(
                FreeText.of("Odd exports"),
                FreeText.NONE,
                new SeverityName("P2"),
                Optional.empty(),
                true,
                true,
                false,
                Source.EMPLOYEE,
                Optional.empty());
    }
}
