package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.notice.Effect;
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
        assertThat(scene.incident().visibleTo(Scene.ANA, Set.of(), Set.of())).isTrue();
    }

    @Test
    void who_leaves_a_private_incident_follows_it_no_more() {
        Scene scene = suspected();
        scene.does(new IncidentCommand.Join(Scene.LEO, Optional.of(TEN)));
        scene.by(Scene.LEO).does(new TalkCommand.Follow());
        scene.by(Scene.ANA).does(new RoomCommand.Leave(Scene.LEO, TEN));
        assertThat(scene.incident().dossier().talk().followers()).isEmpty();
    }

    @Test
    @Tag("M2")
    void an_archived_channel_is_told_to_everybody_on_it_once() {
        Scene scene = roomed();
        scene.does(lost("C1", RoomLoss.ARCHIVED));
        assertThat(scene.incident().room()).isEmpty();
        assertThat(scene.incident().lastRoom()).isPresent();
        assertThat(scene.told())
                .containsExactlyInAnyOrderElementsOf(scene.incident().crew().inside());
        assertThat(scene.effects()).noneMatch(Effect.OpenRoom.class::isInstance);
        scene.isRefused(lost("C1", RoomLoss.ARCHIVED), "Nobody works in that channel");
        scene.isRefused(lost("C9", RoomLoss.ARCHIVED), "Nobody works in that channel");
    }

    @Test
    @Tag("M2")
    void a_deleted_channel_is_replaced_and_told_only_when_there_is_where_to_go() {
        Scene scene = roomed();
        scene.does(lost("C1", RoomLoss.DELETED));
        assertThat(scene.told()).isEmpty();
        assertThat(scene.effects()).contains(new Effect.OpenRoom());
        scene.isRefused(new RoomCommand.RecordRoomBack("C1"), "was not missed");
        scene.isRefused(new RoomCommand.OpenAnotherRoom(), "is being opened already");

        scene.does(new IncidentCommand.RecordRoom("C2", "inc-1-x-2"));
        assertThat(scene.told())
                .containsExactlyInAnyOrderElementsOf(scene.incident().crew().inside());
        assertThat(scene.effects()).anyMatch(Effect.Bring.class::isInstance);
        scene.isRefused(new RoomCommand.OpenAnotherRoom(), "INC-1 has a channel: #inc-1-x-2");
    }

    @Test
    @Tag("M2")
    void an_archived_channel_that_is_deleted_after_all_is_replaced() {
        Scene scene = roomed();
        scene.does(lost("C1", RoomLoss.ARCHIVED));
        scene.does(lost("C1", RoomLoss.DELETED));
        assertThat(scene.effects()).contains(new Effect.OpenRoom());
    }

    @Test
    @Tag("M2")
    void a_channel_that_comes_back_is_the_channel_again() {
        Scene scene = roomed();
        scene.does(lost("C1", RoomLoss.REMOVED));
        scene.isRefused(new RoomCommand.RecordRoomBack("C9"), "was not missed");
        scene.does(new RoomCommand.RecordRoomBack("C1"));
        assertThat(scene.incident().room()).contains(new Room("C1", "inc-1-x"));
        scene.isRefused(new RoomCommand.RecordRoomBack("C1"), "was not missed");
    }

    @Test
    @Tag("M2")
    void where_the_new_channel_is_refused_it_can_be_asked_for_again() {
        Scene scene = roomed();
        scene.does(lost("C1", RoomLoss.DELETED));
        scene.does(new IncidentCommand.RecordRoomRefused("no more channels"));
        assertThat(scene.told())
                .containsExactlyInAnyOrderElementsOf(scene.incident().crew().inside());
        scene.does(new RoomCommand.OpenAnotherRoom());
        assertThat(scene.effects()).contains(new Effect.OpenRoom());
    }

    @Test
    @Tag("M2")
    void when_it_is_over_nobody_is_told() {
        Scene scene = roomed();
        scene.does(new IncidentCommand.Dismiss(FreeText.of("our own test")));
        scene.does(lost("C1", RoomLoss.ARCHIVED));
        assertThat(scene.told()).isEmpty();
        scene.does(lost("C1", RoomLoss.DELETED));
        assertThat(scene.effects()).noneMatch(Effect.OpenRoom.class::isInstance);
        assertThat(scene.decide(new RoomCommand.OpenAnotherRoom()))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    @Tag("M2")
    void when_it_begins_again_it_gets_a_channel() {
        Scene scene = roomed();
        scene.does(new IncidentCommand.Resolve(FreeText.of("Failed over")));
        scene.does(lost("C1", RoomLoss.ARCHIVED));
        scene.does(new IncidentCommand.Reopen(FreeText.of("it came back")));
        assertThat(scene.effects()).contains(new Effect.OpenRoom());
    }

    @Test
    void a_new_name_is_recorded_once() {
        Scene scene = roomed();
        scene.does(new RoomCommand.RecordRoomRenamed("C1", "war-room"));
        assertThat(scene.incident().room()).contains(new Room("C1", "war-room"));
        scene.isRefused(new RoomCommand.RecordRoomRenamed("C1", "war-room"), "called that already");
    }

    private static Scene roomed() {
        return Scene.declared().does(new IncidentCommand.RecordRoom("C1", "inc-1-x"));
    }

    private static RoomCommand lost(String channel, RoomLoss loss) {
        return new RoomCommand.RecordRoomLost(channel, loss, Optional.of(Scene.BEN));
    }

    private static boolean sees(Scene scene) {
        return scene.incident().visibleTo(Scene.LEO, Set.of(), Set.of());
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
