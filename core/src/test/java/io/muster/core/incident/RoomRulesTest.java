package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who goes out of an incident's channel. */
class RoomRulesTest {
    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");

    @Test
    @Tag("F02")
    void who_leaves_a_private_incident_sees_no_more_of_it_and_is_recorded_once() {
        Scene scene = suspected();
        assertThat(sees(scene)).isFalse();
        scene.does(new IncidentCommand.Join(Scene.LEO, Optional.of(TEN)));
        assertThat(sees(scene)).isTrue();
        scene.does(new RoomCommand.Leave(Scene.LEO, TEN.plusSeconds(60)));
        assertThat(sees(scene)).isFalse();
        scene.isRefused(new RoomCommand.Leave(Scene.LEO, TEN.plusSeconds(60)), "");
    }

    @Test
    void who_was_never_in_it_does_not_leave_it() {
        suspected().isRefused(new RoomCommand.Leave(Scene.LEO, TEN), "");
    }

    @Test
    void news_of_coming_in_that_is_older_than_the_leaving_opens_nothing() {
        Scene scene = suspected();
        scene.does(new IncidentCommand.Join(Scene.LEO, Optional.of(TEN)));
        scene.does(new RoomCommand.Leave(Scene.LEO, TEN.plusSeconds(60)));
        scene.isRefused(new IncidentCommand.Join(Scene.LEO, Optional.of(TEN.plusSeconds(30))), "");
        assertThat(sees(scene)).isFalse();
        scene.does(new IncidentCommand.Join(Scene.LEO, Optional.of(TEN.plusSeconds(90))));
        assertThat(sees(scene)).isTrue();
    }

    @Test
    void who_holds_a_role_keeps_sight_of_it_as_long_as_they_hold_it() {
        Scene scene = suspected();
        scene.does(new IncidentCommand.AssignRole(new RoleName("comms"), Scene.LEO));
        scene.does(new RoomCommand.Leave(Scene.LEO, TEN));
        assertThat(sees(scene)).isTrue();
        scene.does(new IncidentCommand.AssignRole(new RoleName("comms"), Scene.DORA));
        assertThat(sees(scene)).isFalse();
    }

    @Test
    void whoever_declared_it_keeps_sight_of_it() {
        Scene scene = suspected();
        scene.does(new RoomCommand.Leave(Scene.ANA, TEN));
        assertThat(scene.incident().visibleTo(Scene.ANA, Set.of())).isTrue();
    }

    @Test
    void who_leaves_a_private_incident_follows_it_no_more() {
        Scene scene = suspected();
        scene.does(new IncidentCommand.Join(Scene.LEO, Optional.of(TEN)));
        scene.by(Scene.LEO).does(new TalkCommand.Follow());
        scene.by(Scene.ANA).does(new RoomCommand.Leave(Scene.LEO, TEN));
        assertThat(scene.incident().dossier().talk().followers()).isEmpty();
    }

    private static boolean sees(Scene scene) {
        return scene.incident().visibleTo(Scene.LEO, Set.of());
    }

    private static Scene suspected() {
        return Scene.under("featuresignals")
                .declares(
                        new IncidentCommand.Declare(
                                FreeText.of("A key leaked"),
                                FreeText.NONE,
                                new SeverityName("P1"),
                                Optional.empty(),
                                true,
                                true,
                                false,
                                Source.EMPLOYEE,
                                Optional.empty()));
    }
}
