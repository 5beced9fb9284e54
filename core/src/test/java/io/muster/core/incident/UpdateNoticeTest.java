package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.policy.PhaseName;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A status update says how things stood when it was posted, however late Slack hears of it. */
class UpdateNoticeTest {
    @Test
    void it_carries_the_phases_that_run_when_it_is_posted() {
        Scene scene =
                Scene.declared()
                        .does(new IncidentCommand.StartPhase(new PhaseName("containment")))
                        .does(update("A node is full"));
        List<PhaseName> before = running(scene);
        assertThat(before).contains(new PhaseName("containment"));
        scene.does(
                new IncidentCommand.FinishPhase(
                        new PhaseName("containment"), new FreeText("done elsewhere")));
        assertThat(before).contains(new PhaseName("containment"));
        assertThat(running(scene.does(update("It is back"))))
                .doesNotContain(new PhaseName("containment"));
    }

    private static IncidentCommand update(String known) {
        return new IncidentCommand.PostUpdate(new FreeText(known), FreeText.NONE, FreeText.NONE);
    }

    private static List<PhaseName> running(Scene scene) {
        return scene.effects().stream()
                .filter(Effect.Say.class::isInstance)
                .map(say -> ((Effect.Say) say).notice())
                .filter(Notice.StatusUpdate.class::isInstance)
                .map(notice -> ((Notice.StatusUpdate) notice).running())
                .findFirst()
                .orElseThrow();
    }
}
