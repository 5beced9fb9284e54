package io.muster.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.calendar.Span;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The built-in policy says what the FeatureSignals program says, figure by figure. */
class FeatureSignalsTest {
    private static final Set<SeverityName> P0_P1 =
            Set.of(new SeverityName("P0"), new SeverityName("P1"));
    private static final Set<KindName> SECURITY = Set.of(new KindName("security"));

    private final BuiltIn program = BuiltIn.called("featuresignals");

    @Test
    void it_has_no_problems_and_no_warnings() {
        assertThat(program.reading().problems()).isEmpty();
        assertThat(program.policy().version().policy()).isEqualTo("featuresignals");
    }

    @Test
    @Tag("F01")
    void severities_are_p0_to_p3() {
        assertThat(program.policy().severities())
                .extracting(s -> s.name().value())
                .containsExactly("P0", "P1", "P2", "P3");
    }

    @Test
    @Tag("F03")
    void it_offers_every_way_of_coming_to_light_that_the_page_names() {
        assertThat(program.policy().detections())
                .extracting(d -> d.source() + ": " + d.name())
                .contains(
                        "monitoring: signoz-alert",
                        "monitoring: health-check",
                        "monitoring: error-rate",
                        "customer: customer",
                        "researcher: researcher",
                        "employee: employee");
    }

    @ParameterizedTest
    @Tag("F01")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    P0 | whole service is down; breached; critical vulnerability; exploited
                    P1 | major feature; badly degraded; confirmed vulnerability; known exploit
                    P2 | partly degraded; not critical; several users
                    P3 | single user; minor; looks wrong; feature is wished for
                    """)
    void every_severity_says_what_it_is(String severity, String criteria) {
        assertThat(program.severity(severity).definition()).contains(criteria.split("; "));
    }

    @Test
    @Tag("F01")
    void targets_of_acknowledgment_and_resolution_are_those_of_the_page() {
        assertThat(program.within("acknowledgment"))
                .containsExactly("15 minutes", "1 hour", "4 hours", "1 business day");
        assertThat(program.within("resolution"))
                .containsExactly("4 hours", "24 hours", "5 business days", "next release");
        assertThat(program.clock("resolution").within(new SeverityName("P3")))
                .get()
                .isInstanceOf(Span.Unclocked.class);
        for (String clock : List.of("acknowledgment", "resolution")) {
            assertThat(program.clock(clock).from()).isEqualTo(Milestone.DECLARED);
        }
        assertThat(program.clock("acknowledgment").metBy())
                .isEqualTo(new MetBy.Reaching(Milestone.ACKNOWLEDGED));
        assertThat(program.clock("resolution").metBy())
                .isEqualTo(new MetBy.Reaching(Milestone.RESOLVED));
    }

    @Test
    @Tag("F02")
    void a_suspicion_goes_to_the_security_contact() {
        Reporting reporting = program.policy().reporting();

        assertThat(reporting.contact()).isEqualTo("security@featuresignals.com");
        assertThat(reporting.kind()).contains(new KindName("security"));
        assertThat(reporting.tell())
                .containsExactly(new RoleName("on-call"), new RoleName("security"));
    }

    @Test
    @Tag("F05")
    void the_on_call_engineer_owes_the_acknowledgment() {
        assertThat(program.clock("acknowledgment").owner()).isEqualTo(new RoleName("on-call"));
    }

    @Test
    @Tag("F06")
    void nobody_answering_climbs_to_the_last_resort() {
        assertThat(program.ladder("acknowledgment"))
                .containsExactly(
                        "50%: on-call",
                        "due: next on-call",
                        "5 minutes after: on-call-commander",
                        "10 minutes after: last-resort, every 10 minutes");
    }

    @Test
    void a_late_resolution_reaches_the_commander_and_then_the_last_resort() {
        assertThat(program.ladder("resolution"))
                .containsExactly("75%: commander", "due: commander", "1 hour after: last-resort");
    }

    @Test
    @Tag("F09")
    void the_on_call_commander_is_called_for_p0_and_p1() {
        assertThat(program.row("P0")).containsExactly("at once: on-call, on-call-commander");
        assertThat(program.row("P1")).containsExactly("at once: on-call, on-call-commander");
        assertThat(program.row("P2")).containsExactly("at once: on-call");
        assertThat(program.row("P3")).containsExactly("at once: on-call");
        assertThat(program.severity("P0").commander()).contains(new RoleName("on-call-commander"));
        assertThat(program.severity("P1").commander()).contains(new RoleName("on-call-commander"));
    }

    @Test
    @Tag("F10")
    void there_are_five_phases() {
        assertThat(program.policy().phases())
                .extracting(Phase::title)
                .containsExactly(
                        "Detection & Triage",
                        "Containment",
                        "Investigation",
                        "Notification & Communication",
                        "Remediation & Recovery");
        assertThat(program.policy().phases()).extracting(p -> p.items().size()).containsOnly(5);
    }

    /** One line for every bullet of the page: its phase, its item, the facts in it. */
    @ParameterizedTest
    @Tag("F10")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    triage        | acknowledge      | Acknowledge; alert; in time
                    triage        | classify         | security incident; operational
                    triage        | severity         | P0 to P3
                    triage        | channel          | channel; document
                    triage        | call-commander   | on-call commander
                    containment   | revoke           | Withdraw; credential; API key; at once
                    containment   | isolate          | affected systems; off; needed
                    containment   | block            | attack; traffic; WAF rules; rate limits
                    containment   | failover         | standby; primary; trusted
                    containment   | evidence         | forensic evidence; before
                    investigation | logs             | audit logs; access logs; system metrics
                    investigation | start-time       | when; began
                    investigation | affected         | data; systems; customers
                    investigation | findings         | findings; incident document
                    investigation | custody          | chain of custody
                    notification  | customers        | affected customers; GDPR: 72 hours
                    notification  | status-page      | status page; 30 minutes; confirmation
                    notification  | internal-updates | inside; every hour at P0; every 4 hours at P1
                    notification  | messaging        | outside; Legal; Communications
                    notification  | filings          | regulators; data breach; DORA
                    remediation   | fix              | Deploy; fix; prove
                    remediation   | rotate           | Rotate; secret; credential; leaked
                    remediation   | restore          | back; services; health checks
                    remediation   | harden           | WAF rules; monitoring; such an attack
                    remediation   | stable           | Close; stable; 24 hours
                    """)
    void every_bullet_is_an_item(String phase, String item, String facts) {
        assertThat(program.item(item).text()).contains(facts.split("; "));
        assertThat(program.policy().phaseOf(new ItemName(item)))
                .map(p -> p.name().value())
                .contains(phase);
    }

    @Test
    @Tag("F10")
    void what_the_record_shows_is_not_ticked_by_hand() {
        assertThat(
                        Map.of(
                                "acknowledge", program.item("acknowledge").tickedBy(),
                                "classify", program.item("classify").tickedBy(),
                                "severity", program.item("severity").tickedBy(),
                                "channel", program.item("channel").tickedBy(),
                                "call-commander", program.item("call-commander").tickedBy(),
                                "stable", program.item("stable").tickedBy()))
                .isEqualTo(
                        Map.of(
                                "acknowledge", Optional.of(AutoTick.ACKNOWLEDGED),
                                "classify", Optional.of(AutoTick.CLASSIFIED),
                                "severity", Optional.of(AutoTick.SEVERITY_SET),
                                "channel", Optional.of(AutoTick.DOCUMENT_OPENED),
                                "call-commander", Optional.of(AutoTick.COMMANDER_NAMED),
                                "stable", Optional.of(AutoTick.CLOSED)));
        assertThat(program.item("call-commander").scope().severities()).isEqualTo(P0_P1);
    }

    @Test
    @Tag("F11")
    void only_triage_starts_by_itself_and_no_phase_waits_for_another() {
        assertThat(program.policy().phases())
                .filteredOn(Phase::startsByItself)
                .extracting(Phase::title)
                .containsExactly("Detection & Triage");
    }

    @Test
    void containment_contains_and_recovery_restores() {
        assertThat(reached("containment")).contains(Milestone.CONTAINED);
        assertThat(reached("remediation")).contains(Milestone.RESTORED);
    }

    @Test
    @Tag("F12")
    void evidence_of_a_security_incident_is_a_gate() {
        Item evidence = program.item("evidence");

        assertThat(evidence.required()).isTrue();
        assertThat(evidence.scope().kinds()).isEqualTo(SECURITY);
        assertThat(program.policy().permissions().of(Act.OVERRIDE)).containsExactly(Role.COMMANDER);
    }

    @Test
    @Tag("F16")
    void the_status_page_is_due_30_minutes_after_confirmation() {
        ClockRule clock = program.clock("status-page");

        assertThat(program.within("status-page"))
                .containsExactly("30 minutes", "30 minutes", "30 minutes", "-");
        assertThat(clock.from()).isEqualTo(Milestone.CONFIRMED);
        assertThat(clock.metBy()).isEqualTo(new MetBy.Ticking(new ItemName("status-page")));
        assertThat(program.ladder("status-page"))
                .containsExactly(
                        "10 minutes before: comms",
                        "due: comms, commander",
                        "15 minutes after: commander");
    }

    @Test
    @Tag("F17")
    void updates_are_owed_every_hour_at_p0_and_every_four_at_p1() {
        ClockRule clock = program.clock("status-update");

        assertThat(program.within("status-update")).containsExactly("1 hour", "4 hours", "-", "-");
        assertThat(clock.repeats()).isTrue();
        assertThat(clock.metBy()).isEqualTo(new MetBy.PostingAnUpdate());
        assertThat(clock.until()).contains(Milestone.RESOLVED);
        assertThat(clock.owner()).isEqualTo(Role.COMMANDER);
        assertThat(program.ladder("status-update"))
                .containsExactly(
                        "due: comms, commander",
                        "10 minutes after: commander",
                        "20 minutes after: last-resort");
    }

    @Test
    @Tag("F20")
    void recovery_is_not_finished_before_the_fix_and_the_service_are_verified() {
        assertThat(program.item("fix").required()).isTrue();
        assertThat(program.item("restore").required()).isTrue();
    }

    @Test
    @Tag("F21")
    void it_closes_after_24_stable_hours() {
        assertThat(program.policy().closing())
                .isEqualTo(
                        new Closing(
                                new Span.Elapsed(Duration.ofHours(24)),
                                Milestone.RESOLVED,
                                "Stability watch"));
        assertThat(program.within("stability")).containsOnly("24 hours");
        assertThat(program.ladder("stability")).containsExactly("due: commander, every 24 hours");
    }

    @Test
    @Tag("F27")
    void an_incident_at_a_sub_processor_is_a_kind_of_its_own() {
        assertThat(program.policy().kinds())
                .extracting(k -> k.name().value())
                .containsExactly("security", "operational", "vendor");
    }

    private Optional<Milestone> reached(String phase) {
        return program.policy().phase(new PhaseName(phase)).flatMap(Phase::reaches);
    }
}
