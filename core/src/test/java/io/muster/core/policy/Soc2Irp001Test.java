package io.muster.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.muster.core.calendar.Span;
import io.muster.core.written.Problem;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The built-in policy says what the plan SOC2-IRP-001 says, figure by figure. */
class Soc2Irp001Test {
    private final BuiltIn plan = BuiltIn.called("soc2-irp-001");

    @Test
    @Tag("S02")
    void its_one_warning_is_the_contradiction_of_the_plan() {
        assertThat(plan.reading().problems())
                .extracting(Problem::path, Problem::sentence, Problem::warning)
                .containsExactly(
                        tuple(
                                "escalation.P4",
                                "`escalation.P4` does not tell `security-lead` at once, who commands"
                                        + " at this severity.",
                                true));
    }

    @ParameterizedTest
    @Tag("S01")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    P1 | Critical | breach is under way; completely down; known or suspected
                    P2 | High     | serious security event; may reach customers; part of the service is down
                    P3 | Medium   | stays small; no customer is known to be affected
                    P4 | Low      | small; touches no customer
                    """)
    void every_severity_says_what_it_is(String severity, String title, String criteria) {
        assertThat(plan.severity(severity).title()).isEqualTo(title);
        assertThat(plan.severity(severity).definition()).contains(criteria.split("; "));
    }

    @ParameterizedTest
    @Tag("S01")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    P1 | Ransomware; taken out; production database
                    P2 | admin access; not confirmed; more than 50 %
                    P3 | intrusion attempt that failed; contained; suspicious
                    P4 | employee broke a policy; nobody clicked; failed logins
                    """)
    void every_severity_has_its_examples(String severity, String examples) {
        assertThat(String.join("; ", plan.severity(severity).examples()))
                .contains(examples.split("; "));
        assertThat(plan.severity(severity).examples()).hasSizeBetween(2, 3);
    }

    @Test
    @Tag("S01")
    void first_response_is_due_in_15_minutes_1_hour_4_hours_and_24_hours() {
        assertThat(plan.within("acknowledgment"))
                .containsExactly("15 minutes", "1 hour", "4 hours", "24 hours");
        assertThat(plan.clock("acknowledgment").title()).isEqualTo("First response");
        assertThat(plan.ladder("acknowledgment"))
                .containsExactly(
                        "50%: on-call",
                        "due: next on-call",
                        "5 minutes after: commander",
                        "10 minutes after: ceo, every 10 minutes");
    }

    @ParameterizedTest
    @Tag("S02")
    @CsvSource({"P1,ciso", "P2,ciso", "P3,security-lead", "P4,security-lead"})
    void the_commander_depends_on_the_severity(String severity, String role) {
        assertThat(plan.severity(severity).commander()).contains(new RoleName(role));
    }

    @Test
    @Tag("S04")
    void every_cell_of_the_matrix_is_there() {
        assertThat(plan.row("P1"))
                .containsExactly(
                        "at once: commander, ciso, ceo, legal, engineering-lead",
                        "within 1 hour: staff, board-chair",
                        "within 24 hours: customers if customers-impacted,"
                                + " regulators if regulators-required");
        assertThat(plan.row("P2"))
                .containsExactly(
                        "at once: commander, ciso, engineering-lead",
                        "within 1 hour: customer-success",
                        "within 24 hours: management");
        assertThat(plan.row("P3"))
                .containsExactly(
                        "at once: commander, security-lead",
                        "within 1 hour: ciso",
                        "within 24 hours: n/a");
        assertThat(plan.row("P4"))
                .containsExactly(
                        "at once: security-analyst",
                        "within 1 hour: n/a",
                        "daily digest: security-lead");
        assertThat(plan.policy().questions())
                .extracting(q -> q.name().value())
                .startsWith("customers-impacted", "regulators-required");
        assertThat(plan.policy().roles())
                .filteredOn(Role::audience)
                .extracting(r -> r.name().value())
                .containsExactly("staff", "customers", "regulators");
    }

    @Test
    @Tag("S06")
    void there_are_six_phases() {
        assertThat(plan.policy().phases())
                .extracting(Phase::title)
                .containsExactly(
                        "Identify",
                        "Contain",
                        "Eradicate",
                        "Recover",
                        "Communicate",
                        "Post-Incident Review");
        assertThat(plan.policy().phases())
                .extracting(p -> p.items().size())
                .containsExactly(5, 12, 4, 5, 3, 5);
        assertThat(plan.policy().phases())
                .filteredOn(Phase::startsByItself)
                .extracting(Phase::title)
                .containsExactly("Identify");
    }

    /** One line for every bullet of the plan; two bullets became two items each. */
    @ParameterizedTest
    @Tag("S06")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    identify    | source           | SIEM; monitoring; IDS; person
                    identify    | triage           | how severe; security incident at all
                    identify    | name-commander   | CISO at P1 and P2; Security Lead at P3 and P4
                    identify    | ticket           | ticket; unique id
                    identify    | stakeholders     | escalation matrix
                    contain     | isolate          | affected systems; off; spread
                    contain     | revoke           | Withdraw; credentials; at once
                    contain     | evidence         | before anything is repaired; memory dump; disk image
                    contain     | logging          | Delete no logs; log more; neighbouring systems
                    contain     | block            | IP; domains; perimeter
                    eradicate   | root-cause       | exploit; credential; misconfiguration; insider
                    eradicate   | malware          | malware; backdoors; persist
                    eradicate   | patch            | hole; patch; configuration
                    eradicate   | verify-clean     | nothing of the attacker remains; before
                    recover     | backup-integrity | integrity of backups; before; restored
                    recover     | restore          | clean backups
                    recover     | rebuild          | known-good images; patching; in place
                    recover     | scan             | Scan; security; before; production
                    recover     | monitor          | 72 hours after restoration
                    communicate | internal         | Engineering; Legal; Customer Success; Executive Team
                    communicate | customers        | Customers; contracts
                    communicate | regulators       | GDPR: 72 hours; state breach laws
                    review      | hold             | 5 business days; closure
                    review      | write            | root cause; timeline; impact; corrective actions
                    review      | improve          | findings; controls; runbooks; policies
                    review      | present          | CISO
                    review      | board            | Board
                    """)
    void every_bullet_is_an_item(String phase, String item, String facts) {
        assertThat(plan.item(item).text()).contains(facts.split("; "));
        assertThat(plan.policy().phaseOf(new ItemName(item)))
                .map(p -> p.name().value())
                .contains(phase);
    }

    @ParameterizedTest
    @Tag("S07")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    memory       | true  | full memory; every affected system
                    disk         | true  | disks; every affected system; read-only
                    log-export   | true  | all logs that matter; write-once storage
                    system-state | true  | processes; network connections; open files
                    cloud-state  | true  | snapshots; CloudTrail; audit logs
                    custody      | true  | chain of custody; every piece
                    legal-first  | false | Legal; before; third party
                    """)
    void the_seven_pieces_of_evidence_are_items_of_containment(
            String item, boolean required, String facts) {
        assertThat(plan.item(item).text()).contains(facts.split("; "));
        assertThat(plan.item(item).required()).isEqualTo(required);
        assertThat(plan.item(item).scope().kinds()).containsExactly(new KindName("security"));
        assertThat(plan.policy().phaseOf(new ItemName(item)))
                .map(p -> p.name().value())
                .contains("contain");
    }

    @ParameterizedTest
    @Tag("S06")
    @ValueSource(strings = {"evidence", "verify-clean", "backup-integrity", "scan"})
    void what_the_plan_wants_before_going_on_is_a_gate(String item) {
        assertThat(plan.item(item).required()).isTrue();
    }

    @Test
    @Tag("S09")
    void it_is_watched_for_72_hours_after_restoration() {
        assertThat(plan.policy().closing().stableFor().words()).isEqualTo("72 hours");
        assertThat(plan.policy().closing().from()).isEqualTo(Milestone.RESTORED);
        assertThat(plan.policy().phase(new PhaseName("recover")).flatMap(Phase::reaches))
                .contains(Milestone.RESTORED);
        assertThat(plan.policy().phase(new PhaseName("contain")).flatMap(Phase::reaches))
                .contains(Milestone.CONTAINED);
        assertThat(plan.item("monitor").tickedBy()).contains(AutoTick.CLOSED);
    }

    @ParameterizedTest
    @Tag("S10")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    breach-confirmed      | 72 hours  | confirmation         | email; in-app; direct call for enterprise customers
                    breach-suspected      | 24 hours  | when it became P1    | email, with status "Investigating"
                    outage                | 1 hour    | detection            | status page; email for enterprise customers
                    vulnerability-patched | 720 hours | was answered yes     | release notes; security advisory
                    """)
    void every_row_of_the_customer_table_has_its_time_and_its_channels(
            String duty, String within, String from, String channels) {
        NotificationRule rule =
                plan.policy().notifications().duty(new DutyName(duty)).orElseThrow();
        assertThat(rule.within().words()).isEqualTo(within);
        assertThat(rule.from().words()).contains(from);
        assertThat(rule.channels()).containsExactly(channels.split("; "));
    }

    @Test
    @Tag("S11")
    void whatever_goes_outside_is_read_by_legal() {
        assertThat(plan.policy().approvals().purposes())
                .isNotEmpty()
                .allSatisfy(purpose ->
                        assertThat(purpose.rule().needed()).contains(new RoleName("legal")));
    }

    @Test
    @Tag("S12")
    @Tag("S13")
    void the_review_has_the_eleven_fields_of_the_template() {
        Reviewing review = plan.policy().reviewing().orElseThrow();
        assertThat(review.within().words()).isEqualTo("5 business days");
        assertThat(review.from()).isEqualTo(Milestone.CLOSED);
        assertThat(review.sections())
                .extracting(ReviewSection::title)
                .containsExactly(
                        "Summary",
                        "Detection Method",
                        "Timeline",
                        "Root Cause",
                        "Customer Impact",
                        "Containment Actions",
                        "Eradication Actions",
                        "Recovery Actions",
                        "Total Duration",
                        "Corrective Actions",
                        "Lessons Learned");
        assertThat(review.hearings(new SeverityName("P1")))
                .extracting(h -> h.to().value())
                .containsExactly("ciso", "board-chair");
        assertThat(review.hearings(new SeverityName("P2")))
                .extracting(h -> h.to().value())
                .containsExactly("ciso");
    }

    @Test
    @Tag("S15")
    void the_plan_owes_itself_a_review_a_tabletop_and_a_look_after_every_p1_and_p2() {
        assertThat(plan.policy().program())
                .extracting(ProgramDuty::title, ProgramDuty::rhythm)
                .containsExactly(
                        tuple("Annual plan review", yearly()),
                        tuple("Tabletop exercise", yearly()),
                        tuple(
                                "Immediate plan review",
                                new ProgramDuty.Rhythm.After(
                                        Set.of(new SeverityName("P1"), new SeverityName("P2")),
                                        Milestone.CLOSED,
                                        new Span.BusinessDays(5))));
    }

    private static ProgramDuty.Rhythm yearly() {
        return new ProgramDuty.Rhythm.Every(Period.ofYears(1), Period.ofYears(1));
    }

    @Test
    @Tag("S13")
    void only_p1_goes_to_the_board() {
        assertThat(plan.item("board").scope().severities())
                .isEqualTo(Set.of(new SeverityName("P1")));
        assertThat(plan.item("present").scope()).isEqualTo(Scope.ALL);
    }

    @Test
    @Tag("S15")
    void the_document_says_what_it_is() {
        Document document = plan.policy().document();

        assertThat(document.id()).isEqualTo("SOC2-IRP-001");
        assertThat(document.version()).isEqualTo("1.0");
        assertThat(document.date()).isEqualTo("March 2026");
        assertThat(document.classification()).isEqualTo("Internal");
        assertThat(document.owner()).isEqualTo("CISO / Security Operations");
        assertThat(document.reviewEvery()).isEqualTo(Optional.of(Period.ofYears(1)));
        assertThat(document.history())
                .extracting(Document.Revision::version, Document.Revision::date)
                .containsExactly(tuple("1.0", "March 2026"));
    }

    @Test
    void the_plan_sets_no_resolution_target_and_muster_proposes_a_cadence() {
        assertThat(plan.policy().clock(ClockRule.RESOLUTION)).isEmpty();
        assertThat(plan.within("status-update")).isEqualTo(List.of("1 hour", "4 hours", "-", "-"));
    }
}
