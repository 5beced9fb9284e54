package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.alert.Alarm;
import io.muster.core.alert.AlertKey;
import io.muster.core.alert.Detection;
import io.muster.core.alert.Signal;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.policy.Role;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an incident makes of what a source of alerts says. */
@Tag("F04")
class AlertRulesTest {
    private static final AlertKey KEY = AlertKey.of("signoz", "{}:{alertname=\"Slow\"}");
    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");

    private final Scene scene = Scene.declared().does(fires("a"));

    @Test
    @Tag("F03")
    void how_it_was_detected_stands_in_the_record() {
        AlertEvent.AlertRaised raised = scene.happened(AlertEvent.AlertRaised.class).getFirst();

        assertThat(raised.detectedBy()).isEqualTo(Detection.MONITORING_ALERT);
        assertThat(raised.from()).isEqualTo("SigNoz");
        assertThat(alarm().members()).containsExactly("a");
    }

    @Test
    void the_same_again_is_counted_and_nobody_is_told() {
        scene.after("PT6M").does(fires("a"));

        assertThat(scene.happened(AlertEvent.AlertRepeated.class))
                .singleElement()
                .satisfies(e -> assertThat(e.times()).isEqualTo(7));
        assertThat(scene.said()).isEmpty();

        assertThat(scene.after("PT1M").does(fires("a")).happened()).isEmpty();
    }

    @Test
    void those_that_join_are_told_of_once_a_minute_however_many_there_are() {
        scene.after("PT2M");
        List<String> said =
                IntStream.range(0, 500)
                        .mapToObj(n -> scene.does(fires("a", "n" + n)).said())
                        .flatMap(List::stream)
                        .toList();

        assertThat(said).singleElement().asString().startsWith("1 more alert from SigNoz: n0");
        assertThat(alarm().members()).hasSize(501);

        scene.after("PT1M").does(fires("a", "one more"));
        assertThat(scene.said())
                .singleElement()
                .asString()
                .contains("500 since this was last said");
    }

    @Test
    void that_it_is_over_is_noted_and_resolve_proposed_never_done() {
        scene.does(new AlertCommand.IsOver(signal(false, "a")));

        assertThat(scene.incident().status()).isEqualTo(Status.REPORTED);
        assertThat(alarm().firing()).isFalse();
        assertThat(asked())
                .singleElement()
                .satisfies(ask -> {
                    assertThat(ask.choices().getFirst().action()).isEqualTo("resolve");
                    assertThat(ask.phrase().plain(Object::toString))
                            .contains("says that it is over");
                });
        assertThat(scene.does(new AlertCommand.IsOver(signal(false, "a"))).happened()).isEmpty();
    }

    @Test
    void what_comes_and_goes_is_told_once_in_ten_minutes_and_shown_in_the_same_message() {
        long told = 0;
        for (int minute = 0; minute < 30; minute++) {
            scene.after("PT30S").does(new AlertCommand.IsOver(signal(false, "a")));
            told += asked().size();
            assertThat(scene.happened(AlertEvent.AlertCleared.class))
                    .as("each is in the record")
                    .hasSize(1);
            scene.after("PT30S").does(fires("a"));
            assertThat(scene.said()).isEmpty();
        }
        assertThat(told).isEqualTo(3);
        scene.does(new AlertCommand.IsOver(signal(false, "a")));
        assertThat(scene.effects())
                .as("how it stands now can be read where it was proposed to resolve")
                .filteredOn(Effect.Settle.class::isInstance)
                .singleElement()
                .satisfies(e ->
                        assertThat(((Effect.Settle) e).outcome().plain(Object::toString))
                                .startsWith("Over again, and it came back"));
    }

    @Test
    void that_it_fires_while_resolved_is_told_to_the_commander_once() {
        scene.does(new IncidentCommand.Resolve(FreeText.NONE)).after("PT1H").does(fires("a"));

        assertThat(scene.incident().status()).isEqualTo(Status.RESOLVED);
        assertThat(scene.told()).containsExactly(scene.incident().commander().orElseThrow());
        assertThat(asked().getFirst().choices().getFirst().action()).isEqualTo("reopen");

        assertThat(scene.after("PT2M").does(fires("a")).said()).isEmpty();
        scene.does(new IncidentCommand.Reopen(new FreeText("it is back")))
                .does(new IncidentCommand.Resolve(FreeText.NONE))
                .after("PT1H")
                .does(fires("a"));
        assertThat(asked()).isNotEmpty();
    }

    @Test
    void what_is_graver_than_its_incident_calls_those_who_can_judge_it_and_raises_nothing() {
        Scene mild = mild();
        Instant due = mild.owes("acknowledgment").due();
        mild.after("PT10M").does(graded("P0", "a", "b"));

        assertThat(mild.incident().severity()).isEqualTo(new SeverityName("P3"));
        assertThat(mild.owes("acknowledgment").due()).isEqualTo(due);
        assertThat(mild.told())
                .as("who is on call and who commands")
                .containsExactlyInAnyOrder(Scene.ANA, Scene.BEN);
        assertThat(asked(mild))
                .singleElement()
                .satisfies(ask -> {
                    assertThat(ask.choices())
                            .containsExactly(
                                    new Notice.Ask.Choice(
                                            "Change severity", "severity", "P0", true));
                    assertThat(ask.phrase().plain(Object::toString))
                            .contains("SigNoz is at P0 now, and INC-1 is at P3");
                });
        assertThat(mild.effects())
                .filteredOn(Effect.Tell.class::isInstance)
                .extracting(e -> ((Effect.Tell) e).notice())
                .allSatisfy(notice ->
                        assertThat(((Notice.Call) notice).why().plain(Object::toString))
                                .contains("stays at P3 until somebody raises it"));
    }

    @Test
    void what_is_graver_is_told_once_even_if_it_is_no_newcomer_and_not_while_people_lower_it() {
        Scene mild = mild();
        mild.after("PT10M").does(graded("P1", "a"));
        assertThat(asked(mild)).hasSize(1);
        assertThat(mild.after("PT1M").does(graded("P1", "a")).effects()).isEmpty();
        assertThat(mild.after("PT1M").does(graded("P2", "a")).effects()).isEmpty();
        mild.after("PT1M").does(graded("P0", "a"));
        assertThat(asked(mild)).as("it is graver still").hasSize(1);

        mild.by(Scene.CLEO)
                .does(
                        new IncidentCommand.ChangeSeverity(
                                new SeverityName("P0"), new FreeText("as it says")));
        assertThat(mild.effects())
                .filteredOn(Effect.Settle.class::isInstance)
                .extracting(e -> ((Effect.Settle) e).outcome().plain(Object::toString))
                .contains("Raised to P0");
        mild.does(
                new IncidentCommand.ChangeSeverity(
                        new SeverityName("P3"), new FreeText("one shop only")));
        mild.after("PT1H").by(Scene.ANA).does(graded("P0", "a"));
        assertThat(asked(mild)).as("people have judged it").isEmpty();
    }

    @Test
    void what_people_lowered_from_the_start_is_not_held_against_them() {
        scene.by(Scene.CLEO)
                .does(
                        new IncidentCommand.ChangeSeverity(
                                new SeverityName("P3"), new FreeText("one shop only")))
                .after("PT1M")
                .does(fires("a", "b"));

        assertThat(scene.happened(AlertEvent.AlertsJoined.class)).hasSize(1);
        assertThat(scene.happened(AlertEvent.AlertWorsened.class)).isEmpty();
    }

    /** A warning made it, at P3; Otto declared it. */
    private static Scene mild() {
        return Scene.under("featuresignals")
                .by(Scene.OTTO)
                .declares("P3", "Checkout is slow")
                .does(new IncidentCommand.AssignRole(Role.COMMANDER, Scene.BEN))
                .does(graded("P3", "a"));
    }

    @Test
    void what_is_open_is_joined() {
        assertThat(course(fresh("a"), true)).isEqualTo(new AlertCourse.Join(id()));
    }

    @Test
    void after_it_was_dismissed_the_same_says_nothing_new_and_anything_else_does() {
        scene.does(new IncidentCommand.Dismiss(new FreeText("a test")));
        AlertCourse again = new AlertCourse.Open(Optional.of(id()));

        assertThat(course(signal(true, "a"), true)).isEqualTo(new AlertCourse.Same(id()));
        assertThat(course(signal(true, "a"), false)).as("it was over in between").isEqualTo(again);
        assertThat(course(signal(true, "a", "b"), true)).as("b is new").isEqualTo(again);
        assertThat(course(fresh("a"), true)).as("it began anew").isEqualTo(again);
    }

    @Test
    void nothing_is_known_of_the_first() {
        assertThat(AlertCourse.of(Optional.empty(), Optional.empty(), signal(true, "a")))
                .isEqualTo(new AlertCourse.Open(Optional.empty()));
    }

    private AlertCourse course(Signal signal, boolean firing) {
        return AlertCourse.of(
                Optional.of(scene.incident()),
                Optional.of(new AlertCourse.Known(firing, START.plusSeconds(600))),
                signal);
    }

    private IncidentId id() {
        return scene.incident().id();
    }

    private Alarm alarm() {
        return scene.incident().dossier().alarms().find(KEY).orElseThrow();
    }

    private List<Notice.Ask> asked() {
        return asked(scene);
    }

    private static List<Notice.Ask> asked(Scene scene) {
        return scene.effects().stream()
                .filter(Effect.Say.class::isInstance)
                .map(e -> ((Effect.Say) e).notice())
                .filter(Notice.Ask.class::isInstance)
                .map(Notice.Ask.class::cast)
                .toList();
    }

    private static AlertCommand.Fires fires(String... members) {
        return graded("P0", members);
    }

    private static AlertCommand.Fires graded(String severity, String... members) {
        return new AlertCommand.Fires(
                signal(true, members),
                new SeverityName(severity),
                Detection.MONITORING_ALERT,
                7,
                Optional.empty());
    }

    private static Signal fresh(String member) {
        return signal(true, START.plusSeconds(900), member);
    }

    private static Signal signal(boolean firing, String... members) {
        return signal(firing, START, members);
    }

    private static Signal signal(boolean firing, Instant since, String... members) {
        return new Signal(
                KEY,
                "SigNoz",
                firing,
                FreeText.of("Checkout is slow"),
                FreeText.NONE,
                FreeText.of("checkout"),
                FreeText.of("https://signoz.example.com"),
                "critical",
                Stream.of(members)
                        .map(m -> new Signal.Member(m, FreeText.of(m), firing, Optional.of(since)))
                        .toList(),
                0,
                true);
    }
}
