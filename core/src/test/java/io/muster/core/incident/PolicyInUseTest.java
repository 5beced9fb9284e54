package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.obligation.Obligation;
import io.muster.core.obligation.Rung;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.ItemName;
import io.muster.core.policy.KindName;
import io.muster.core.policy.PhaseName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;
import io.muster.core.roster.Roster;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The built-in policies, held against the rules that use them. */
class PolicyInUseTest {
    private static final Instant FRI_16_30 = Instant.parse("2026-06-05T16:30:00Z");
    private static final PersonId ANA = new PersonId("U0ANA");
    private static final PersonId BEN = new PersonId("U0BEN");
    private static final Roster ROSTER =
            new Roster(
                    Map.of(
                            new RoleName("on-call"), List.of(ANA, BEN),
                            new RoleName("on-call-commander"), List.of(BEN),
                            new RoleName("ciso"), List.of(BEN),
                            new RoleName("security-lead"), List.of(ANA)),
                    Set.of());

    private Instant now = FRI_16_30;

    @ParameterizedTest
    @Tag("F01")
    @CsvSource({
        "P0, acknowledgment, 2026-06-05T16:45:00Z",
        "P1, acknowledgment, 2026-06-05T17:30:00Z",
        "P2, acknowledgment, 2026-06-05T20:30:00Z",
        "P3, acknowledgment, 2026-06-08T16:30:00Z",
        "P0, resolution, 2026-06-05T20:30:00Z",
        "P1, resolution, 2026-06-06T16:30:00Z",
        "P2, resolution, 2026-06-12T16:30:00Z",
        "P3, resolution,",
        "P0, status-update, 2026-06-05T17:30:00Z",
        "P1, status-update, 2026-06-05T20:30:00Z",
        "P2, status-update,"
    })
    void declaring_starts_the_clocks_of_the_program(String severity, String clock, Instant due) {
        Incident incident = declared(policy("featuresignals"), severity);

        assertThat(incident.obligations().open(new ClockName(clock)).map(Obligation::due))
                .isEqualTo(Optional.ofNullable(due));
    }

    @ParameterizedTest
    @Tag("F09")
    @Tag("S02")
    @CsvSource({
        "featuresignals, P0, U0BEN",
        "featuresignals, P1, U0BEN",
        "featuresignals, P2, U0ANA",
        "soc2-irp-001, P1, U0BEN",
        "soc2-irp-001, P2, U0BEN",
        "soc2-irp-001, P3, U0ANA",
        "soc2-irp-001, P4, U0ANA"
    })
    void the_commander_comes_from_the_policy(String policy, String severity, String person) {
        assertThat(declared(policy(policy), severity).commander()).contains(new PersonId(person));
    }

    @Test
    @Tag("F06")
    void the_ladder_of_the_acknowledgment_gets_its_instants() {
        Incident incident = declared(policy("featuresignals"), "P0");

        assertThat(incident.obligations().open().getFirst().rungs())
                .extracting(Rung::at)
                .containsExactly(
                        Instant.parse("2026-06-05T16:37:30Z"),
                        Instant.parse("2026-06-05T16:45:00Z"),
                        Instant.parse("2026-06-05T16:50:00Z"),
                        Instant.parse("2026-06-05T16:55:00Z"));
    }

    @Test
    @Tag("F16")
    void ticking_the_item_keeps_the_promise_of_the_status_page() {
        Policy policy = policy("featuresignals");
        Incident incident =
                after(
                        policy,
                        declared(policy, "P1"),
                        new IncidentCommand.Confirm(Optional.of(new KindName("operational"))));
        assertThat(incident.obligations().open(new ClockName("status-page")).map(Obligation::due))
                .contains(FRI_16_30.plus(Duration.ofMinutes(30)));

        Incident updated =
                after(policy, incident, new IncidentCommand.Tick(new ItemName("status-page")));

        assertThat(updated.obligations().open(new ClockName("status-page"))).isEmpty();
    }

    @Test
    @Tag("S09")
    void the_watch_of_the_plan_runs_72_hours_from_restoration() {
        Policy policy = policy("soc2-irp-001");
        Incident incident = declared(policy, "P2");
        Incident recovering =
                after(policy, incident, new IncidentCommand.StartPhase(new PhaseName("recover")));
        now = now.plus(Duration.ofHours(1));

        Incident restored =
                after(
                        policy,
                        recovering,
                        new IncidentCommand.FinishPhase(new PhaseName("recover"), FreeText.NONE));

        assertThat(restored.obligations().open(new ClockName("stability")).map(Obligation::due))
                .contains(FRI_16_30.plus(Duration.ofHours(73)));
    }

    @ParameterizedTest
    @Tag("F21")
    @CsvSource({"24, '', true", "1, we are sure, false"})
    void only_a_watch_that_was_kept_ticks_its_item(long hours, String override, boolean ticked) {
        Policy policy = policy("featuresignals");
        Incident resolved =
                after(policy, declared(policy, "P0"), new IncidentCommand.Resolve(FreeText.NONE));
        now = now.plus(Duration.ofHours(hours));

        Incident closed = after(policy, resolved, new IncidentCommand.Close(FreeText.of(override)));

        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.checklists().done(new ItemName("stable"))).isEqualTo(ticked);
    }

    @Test
    @Tag("S04")
    void nobody_becomes_an_audience() {
        Policy policy = policy("soc2-irp-001");
        Decision decision =
                IncidentRules.decide(
                        declared(policy, "P1"),
                        new IncidentCommand.AssignRole(new RoleName("customers"), ANA),
                        moment(policy));

        assertThat(((Decision.Refused) decision).words().plain(PersonId::value))
                .contains("\"customers\" is not a role here")
                .endsWith("ceo, board-chair.");
    }

    private Incident declared(Policy policy, String severity) {
        IncidentId id = new IncidentId(1);
        IncidentCommand.Declare command =
                new IncidentCommand.Declare(
                        new FreeText("Checkout is down"),
                        FreeText.NONE,
                        new SeverityName(severity),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        Source.MONITORING,
                        Optional.empty());
        List<IncidentEvent> events = accepted(IncidentRules.declare(command, moment(policy)));
        return Incident.declared(id, new Happened(events.getFirst(), by(), now))
                .applyAll(events.subList(1, events.size()), by(), now);
    }

    private Incident after(Policy policy, Incident incident, IncidentCommand command) {
        Decision decision = IncidentRules.decide(incident, command, moment(policy));
        return incident.applyAll(accepted(decision), by(), now);
    }

    private Moment moment(Policy policy) {
        return new Moment(now, by(), policy, ROSTER);
    }

    private static List<IncidentEvent> accepted(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).events();
    }

    private static Actor by() {
        return Actor.person(BEN);
    }

    private static Policy policy(String name) {
        return PolicyReader.read(Yaml.tree(Yaml.builtIn(name)), "0123456789ab", Yaml.laws())
                .ifSound()
                .orElseThrow();
    }
}
