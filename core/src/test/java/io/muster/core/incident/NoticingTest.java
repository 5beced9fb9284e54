package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.Detection;
import io.muster.core.policy.DetectionName;
import io.muster.core.policy.SeverityName;
import io.muster.core.timeline.Timeline;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How it came to light is kept from the first moment, and a wrong word is put right. */
@Tag("F03")
class NoticingTest {
    @ParameterizedTest
    @CsvSource({
        "signoz-alert, MONITORING, SigNoz alert",
        "health-check, MONITORING, Failed health check",
        "error-rate, MONITORING, Error-rate spike",
        "customer, CUSTOMER, Customer report",
        "researcher, RESEARCHER, Disclosure by a security researcher",
        "employee, EMPLOYEE, Noticed by one of our own people",
    })
    void each_way_of_the_program_can_be_named_while_declaring(
            String way, Source source, String title) {
        Incident incident = noticed(way).incident();
        assertThat(incident.header().source()).isEqualTo(source);
        assertThat(Noticing.of(incident)).isEqualTo(title);
        assertThat(Noticing.named(incident)).contains(new DetectionName(way));
    }

    @Test
    void what_nobody_named_is_what_the_declaration_shows() {
        assertThat(Noticing.of(Scene.declared().incident())).isEqualTo("Employee");
    }

    @Test
    void a_correction_stands_beside_what_was_said_before() {
        Scene scene = noticed("employee").does(record("customer", "their mail came first"));
        assertThat(Noticing.of(scene.incident())).isEqualTo("Customer report");
        assertThat(Timeline.what(scene.happened().getFirst()).plain(PersonId::value))
                .isEqualTo(
                        "Noticed by: Customer report (until now: Noticed by one of our own people),"
                                + " because: their mail came first");
        scene.isRefused(record("customer", ""), "Noticed by: that is in the record already");
        assertThat(scene.incident().dossier().facts().all()).hasSize(2);
    }

    @Test
    void a_way_that_the_policy_does_not_know_is_answered_with_those_that_it_knows() {
        Scene.declared().isRefused(record("gossip", ""), "no way of this policy", "health-check");
    }

    private static Scene noticed(String way) {
        return Scene.under("featuresignals").declares(declare(way));
    }

    private static IncidentCommand.Declare declare(String way) {
        return new IncidentCommand.Declare(
                new FreeText("Checkout is down"),
                FreeText.NONE,
                new SeverityName("P0"),
                Optional.empty(),
                false,
                false,
                false,
                Source.EMPLOYEE,
                Optional.of(new DetectionName(way)),
                Optional.empty(),
                Optional.empty());
    }

    private static FactCommand record(String way, String because) {
        return new FactCommand.RecordDetection(new DetectionName(way), FreeText.of(because));
    }

    @Test
    void every_source_that_a_policy_may_name_is_one() {
        assertThat(Detection.SOURCES)
                .isEqualTo(
                        Arrays.stream(Source.values())
                                .map(s -> s.name().toLowerCase(Locale.ROOT))
                                .toList());
    }
}
