package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nobody learns of a private incident because a clock runs. */
class DiscretionTest {
    @Test
    @Tag("F02")
    void the_ladder_of_a_suspicion_tells_those_who_are_told_of_reports_and_nobody_else() {
        Scene scene = Scene.under("soc2-irp-001").by(Scene.OTTO).declares(report("P2", true));
        assertThat(scene.told()).containsExactlyInAnyOrder(Scene.SAM, Scene.CIRO);
        Map<Instant, List<IncidentEvent>> spoken = scene.lets("PT3H");
        assertThat(told(spoken)).containsOnly(Scene.SAM, Scene.CIRO);
        assertThat(spoken.values().stream().flatMap(List::stream))
                .flatExtracting(IncidentEvent::bringsIn)
                .allMatch(List.of(Scene.SAM, Scene.CIRO)::contains);
    }

    @Test
    @Tag("F02")
    void when_a_suspicion_is_late_whoever_is_next_in_those_roles_is_told_as_well() {
        Scene scene =
                Scene.under("soc2-irp-001")
                        .withHolders("security-lead", Scene.SAM, Scene.LEO)
                        .by(Scene.OTTO)
                        .declares(report("P2", true));
        scene.after("PT31M").clockKnocks();
        assertThat(scene.told()).containsExactlyInAnyOrder(Scene.SAM, Scene.CIRO);
        scene.after("PT30M").clockKnocks();
        assertThat(scene.told()).containsExactlyInAnyOrder(Scene.SAM, Scene.LEO, Scene.CIRO);
        assertThat(scene.effects())
                .as("and brought in")
                .anyMatch(e -> e instanceof Effect.Bring(var people) && people.contains(Scene.LEO));
        assertThat(words(scene, Scene.LEO)).noneMatch(w -> w.contains("confidential"));
        assertThat(scene.incident().room()).isEmpty();
        scene.by(Scene.LEO).does(new IncidentCommand.Acknowledge());
    }

    @Test
    @Tag("F02")
    void once_confirmed_the_ladder_of_the_policy_counts_again() {
        Scene scene = Scene.under("soc2-irp-001").by(Scene.OTTO).declares(report("P2", false));
        scene.after("PT61M").clockKnocks();
        assertThat(scene.told()).contains(Scene.BEN).doesNotContain(Scene.SAM);
    }

    @Test
    @Tag("F02")
    void whoever_has_taken_the_shift_is_called_into_the_private_incident_that_waits_for_them() {
        Scene scene = Scene.under("featuresignals").by(Scene.OTTO).declares(report("P1", true));
        assertThat(scene.incident().crew().has(Scene.BEN)).isFalse();
        scene.withHolders("on-call", Scene.BEN).after("PT31M").clockKnocks();
        assertThat(scene.happened(IncidentEvent.RolePaged.class))
                .extracting(IncidentEvent.RolePaged::people)
                .containsExactly(List.of(Scene.BEN));
        assertThat(scene.effects()).contains(new Effect.Bring(List.of(Scene.BEN)));
        scene.by(Scene.BEN).does(new IncidentCommand.Acknowledge());
    }

    @Test
    @Tag("F02")
    void who_is_reminded_of_a_private_incident_from_outside_reads_nothing_of_what_it_is_about() {
        Scene scene = Scene.under("featuresignals").by(Scene.CLEO).declares(report("P1", false));
        scene.by(Scene.CLEO).does(new IncidentCommand.Acknowledge());
        scene.after("PT4H").clockKnocks();
        assertThat(scene.incident().crew().has(Scene.DORA)).isFalse();
        assertThat(words(scene, Scene.DORA))
                .containsExactly(
                        "🔒 INC-1, a confidential incident, waits for you as Communications lead. Keep"
                                + " it to yourself. UCLEO leads it: ask them to bring you in.");
    }

    private static IncidentCommand.Declare report(String severity, boolean suspicion) {
        return new IncidentCommand.Declare(
                new FreeText("Somebody copies customer data"),
                FreeText.NONE,
                new SeverityName(severity),
                Optional.empty(),
                true,
                suspicion,
                false,
                Source.EMPLOYEE,
                Optional.empty());
    }

    private static List<PersonId> told(Map<Instant, List<IncidentEvent>> spoken) {
        return spoken.values().stream()
                .flatMap(List::stream)
                .filter(IncidentEvent.ObligationRang.class::isInstance)
                .flatMap(e -> ((IncidentEvent.ObligationRang) e).told().stream())
                .flatMap(told -> told.people().stream())
                .toList();
    }

    private static List<String> words(Scene scene, PersonId person) {
        return scene.effects().stream()
                .filter(Effect.Tell.class::isInstance)
                .map(Effect.Tell.class::cast)
                .filter(tell -> tell.person().equals(person))
                .map(tell ->
                        tell.notice() instanceof Notice.Line line
                                ? line.phrase().plain(PersonId::value)
                                : tell.notice().toString())
                .toList();
    }
}
