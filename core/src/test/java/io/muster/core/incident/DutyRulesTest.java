package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.duty.Standing;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DutyRulesTest {
    private static final DutyName GDPR = new DutyName("gdpr-33");
    private static final FreeText WHY = new FreeText("no risk to anybody");

    @Test
    @Tag("F15")
    void half_three_quarters_nine_tenths_of_the_time_and_then_every_hour_somebody_is_told() {
        Scene scene = Scene.declared().by(Scene.ANA);
        scene.does(DutyCourse.command("", "yes", "personal-data"));
        List<String> heard = heard(scene.lets("PT75H30M"), "duty.customers");
        assertThat(heard)
                .containsExactly(
                        "2026-03-05T22:00Z reminder",
                        "2026-03-06T16:00Z reminder",
                        "2026-03-07T02:48Z reminder",
                        "2026-03-07T10:00Z reminder",
                        "2026-03-07T11:00Z escalation",
                        "2026-03-07T12:00Z escalation",
                        "2026-03-07T13:00Z escalation");
    }

    @Test
    @Tag("F15")
    void what_nobody_answered_is_asked_until_somebody_does() {
        Scene scene = Scene.declared().by(Scene.ANA);
        assertThat(scene.owes("duty.questions").due())
                .isEqualTo(Instant.parse("2026-03-04T14:00:00Z"));
        assertThat(heard(scene.lets("PT9H"), "duty.questions"))
                .containsExactly("2026-03-04T14:00Z reminder", "2026-03-04T18:00Z escalation");
        for (String question : List.of("personal-data", "dora-major")) {
            scene.does(DutyCourse.command("", "no", question));
        }
        assertThat(scene.latest("duty.questions").map(Obligation::state))
                .contains(Obligation.State.MET);
        assertThat(heard(scene.lets("PT9H"), "duty.questions")).isEmpty();
    }

    @Test
    @Tag("F19")
    void a_clock_that_moves_says_from_what_it_counts_now() {
        Scene scene = Scene.declared().by(Scene.ANA).after("PT1H");
        scene.does(
                new FactCommand.ClaimTime(
                        io.muster.core.fact.TimeName.AWARE, scene.now(), FreeText.NONE));
        assertThat(scene.happened(IncidentEvent.ObligationMoved.class))
                .filteredOn(e -> e.title().startsWith("DORA"))
                .extracting(IncidentEvent.ObligationMoved::why)
                .containsExactly("it now counts 24 hours from awareness");
    }

    @Test
    @Tag("F15")
    void not_known_yet_is_no_answer() {
        Scene scene = Scene.declared().by(Scene.ANA);
        for (String question : List.of("personal-data", "dora-major", "high-risk")) {
            scene.does(DutyCourse.command("", "unknown", question));
        }
        assertThat(scene.owes("duty.questions").isOpen()).isTrue();
        assertThat(scene.owes("duty.gdpr-33").isOpen()).isTrue();
    }

    @Test
    @Tag("F19")
    void what_was_sent_is_recorded_with_its_proof_and_both_times() {
        Scene scene = Scene.declared().by(Scene.ANA).after("PT30H");
        scene.does(DutyCourse.sent("gdpr-33", "2026-03-05T09:00:00Z", FreeText.NONE));
        Standing.Discharged sent = standing(scene).discharged().orElseThrow();
        assertThat(sent.sentAt()).isEqualTo(Instant.parse("2026-03-05T09:00:00Z"));
        assertThat(sent.recordedAt()).isEqualTo(Instant.parse("2026-03-05T16:00:00Z"));
        assertThat(sent.proof().text()).isEqualTo("ref 4711");
        assertThat(scene.latest("duty.gdpr-33").map(Obligation::state))
                .contains(Obligation.State.MET);
        assertThat(scene.said()).anyMatch(s -> s.startsWith("Sent: GDPR: tell the data"));
        scene.isRefused(
                DutyCourse.sent("gdpr-33", "2026-03-05T09:00:00Z", FreeText.NONE),
                "recorded as sent already");
    }

    @Test
    @Tag("F19")
    void late_is_said_and_the_law_wants_the_reasons() {
        Scene scene = Scene.declared().by(Scene.ANA).after("PT80H");
        IncidentCommand silent = DutyCourse.sent("gdpr-33", "2026-03-07T12:00:00Z", FreeText.NONE);
        scene.isRefused(silent, "It was late", "Say why");
        scene.does(
                DutyCourse.sent(
                        "gdpr-33", "2026-03-07T12:00:00Z", new FreeText("the portal was down")));
        assertThat(scene.happened(IncidentEvent.ObligationMet.class).getFirst().late()).isTrue();
        assertThat(scene.said())
                .anyMatch(s -> s.endsWith("It was late."))
                .anyMatch(s -> s.contains("the portal was down"));
        assertThat(standing(scene).discharged().orElseThrow().lateBecause().text())
                .isEqualTo("the portal was down");
    }

    @Test
    @Tag("F15")
    void what_was_sent_in_time_is_in_time_although_it_is_recorded_later() {
        Scene scene = Scene.declared().by(Scene.ANA).after("PT80H");
        scene.does(DutyCourse.sent("customers", "2026-03-07T09:59:00Z", FreeText.NONE));
        assertThat(scene.happened(IncidentEvent.ObligationMet.class).getFirst().late()).isFalse();
    }

    @Test
    @Tag("F15")
    void a_corrected_awareness_judges_what_was_sent_anew() {
        Scene scene = Scene.declared().by(Scene.ANA).after("PT71H");
        scene.does(DutyCourse.sent("customers", "2026-03-07T08:00:00Z", FreeText.NONE));
        scene.does(DutyCourse.command("", "aware", "2026-03-04T06:00:00Z"));
        assertThat(scene.happened(IncidentEvent.ObligationRejudged.class))
                .singleElement()
                .satisfies(judged -> assertThat(judged.late()).isTrue());
    }

    @Test
    @Tag("F15")
    void a_clock_that_moves_is_told_with_both_deadlines() {
        Scene scene = Scene.declared().by(Scene.ANA);
        scene.does(DutyCourse.command("", "aware", "2026-03-04T07:00:00Z"));
        assertThat(scene.happened(IncidentEvent.ObligationMoved.class))
                .extracting(moved -> moved.id().clock().value())
                .contains("duty.gdpr-33", "duty.customers", "duty.dora-initial");
        assertThat(scene.said())
                .anyMatch(s ->
                        s.contains(
                                "is due 2026-03-07 07:00 UTC instead of 2026-03-07 10:00 UTC: it"
                                        + " now counts from awareness"));
    }

    @Test
    @Tag("F19")
    void only_legal_decides_not_to_notify_and_says_why() {
        Scene scene = Scene.declared().by(Scene.ANA);
        scene.isRefused(new DutyCommand.WaiveDuty(GDPR, WHY), "Only the legal counsel may");
        scene.withAdmin(Scene.ANA);
        scene.isRefused(new DutyCommand.WaiveDuty(GDPR, FreeText.NONE), "Say why");
        scene.does(new DutyCommand.WaiveDuty(GDPR, WHY));
        assertThat(scene.said()).anyMatch(s -> s.contains("Decided not to notify"));
        assertThat(standing(scene).waived().orElseThrow().reason()).isEqualTo(WHY);
        scene.isRefused(new DutyCommand.WaiveDuty(GDPR, WHY), "decided already");
        scene.isRefused(
                DutyCourse.sent("gdpr-33", "2026-03-04T10:00:00Z", FreeText.NONE),
                "Take that decision back first");
        scene.does(new DutyCommand.TakeBackDuty(GDPR, new FreeText("new facts")));
        assertThat(scene.owes("duty.gdpr-33").due())
                .isEqualTo(Instant.parse("2026-03-07T10:00:00Z"));
        scene.isRefused(new DutyCommand.TakeBackDuty(GDPR, WHY), "nothing to take back");
    }

    @Test
    @Tag("F19")
    void a_clock_waits_only_on_a_ground_that_the_law_names() {
        Scene scene = Scene.underText(DutyCourse.everyLaw()).declares("P0", "x");
        scene.withAdmin(Scene.ANA).by(Scene.ANA);
        scene.isRefused(hold("gdpr-33", "law-enforcement", "2026-04-01T00:00:00Z"), "No law names");
        scene.does(DutyCourse.command("", "yes", "sec-material"));
        scene.isRefused(hold("sec-8k", "because", "2026-04-01T00:00:00Z"), "That is no ground");
        scene.isRefused(
                hold("sec-8k", "attorney-general", "2026-03-01T00:00:00Z"), "passed already");
        scene.isRefused(
                hold("sec-8k", "attorney-general", "2026-12-01T00:00:00Z"), "120 days at most");
        scene.isRefused(
                new DutyCommand.HoldDuty(
                        new DutyName("sec-8k"),
                        "attorney-general",
                        Instant.parse("2026-04-01T00:00:00Z"),
                        FreeText.NONE),
                "Say who asked");
        scene.does(hold("sec-8k", "attorney-general", "2026-04-01T00:00:00Z"));
        assertThat(scene.owes("duty.sec-8k").due())
                .isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(scene.said()).anyMatch(s -> s.contains("it is on hold"));
    }

    @Test
    @Tag("F18")
    @Tag("S11")
    void words_that_nobody_approved_here_are_not_recorded_as_sent_unless_it_is_said_who_did() {
        Scene scene = Scene.declared().by(Scene.ANA).after("PT30H");
        scene.isRefused(
                outside(FreeText.NONE),
                "approved before they go",
                "/incident notify",
                "who approved");
        assertThat(scene.owes("duty.gdpr-33").isOpen()).isTrue();
        scene.does(outside(new FreeText("Lena Vogt, Legal")));
        assertThat(standing(scene).discharged().orElseThrow().outside().text())
                .isEqualTo("Lena Vogt, Legal");
        assertThat(scene.said())
                .anyMatch(s ->
                        s.contains("Sent outside Muster (GDPR: tell the data")
                                && s.contains("approval named: Lena Vogt, Legal"));
    }

    @Test
    @Tag("F18")
    void in_a_drill_nothing_leaves_so_that_nobody_has_to_have_approved_it() {
        Scene scene = Scene.under("featuresignals").by(Scene.ANA).declares(drill());
        scene.after("PT1H").does(outside(FreeText.NONE));
        assertThat(standing(scene).discharged().orElseThrow().outside().isBlank()).isTrue();
    }

    private static IncidentCommand.Declare drill() {
        return new IncidentCommand.Declare(
                new FreeText("Game day"),
                FreeText.NONE,
                new SeverityName("P0"),
                Optional.empty(),
                false,
                false,
                true,
                Source.EMPLOYEE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static IncidentCommand outside(FreeText approver) {
        return new DutyCommand.DischargeDuty(
                GDPR,
                Instant.parse("2026-03-04T10:30:00Z"),
                new FreeText("ref 4711"),
                Optional.empty(),
                FreeText.NONE,
                approver);
    }

    @Test
    void what_follows_another_notice_cannot_come_before_it() {
        Scene scene = Scene.declared().by(Scene.ANA);
        scene.isRefused(
                DutyCourse.sent("dora-final", "2026-03-04T10:00:00Z", FreeText.NONE),
                "follows \"DORA: intermediate report\"");
        scene.isRefused(
                DutyCourse.sent("gdpr-33", "2027-03-04T10:00:00Z", FreeText.NONE), "in the future");
        scene.isRefused(
                DutyCourse.sent("nobody", "2026-03-04T10:00:00Z", FreeText.NONE), "not a duty");
        scene.isRefused(
                new DutyCommand.DischargeDuty(
                        GDPR, scene.now(), FreeText.NONE, Optional.empty(), FreeText.NONE),
                "a reference number");
    }

    @Test
    @Tag("F27")
    void of_a_vendors_incident_it_is_asked_when_they_told_us() {
        Scene scene = Scene.declared().by(Scene.ANA);
        scene.does(DutyCourse.command("", "confirm", "vendor"));
        for (String question : List.of("personal-data", "dora-major", "high-risk")) {
            scene.does(DutyCourse.command("", "yes", question));
        }
        assertThat(scene.owes("duty.questions").isOpen()).isTrue();
        scene.isRefused(
                new DutyCommand.RecordVendorNotice(FreeText.NONE, scene.now(), WHY),
                "which vendor");
        scene.does(DutyCourse.command("", "vendor", "2026-03-03T16:00:00Z"));
        assertThat(scene.latest("duty.questions").map(Obligation::isOpen)).contains(false);
        assertThat(scene.said())
                .anyMatch(s -> s.contains("Told by the vendor Hosting Inc. 2026-03-03 16:00 UTC"));
        scene.isRefused(DutyCourse.command("", "vendor", "2026-03-03T16:00:00Z"), "already");
    }

    private static IncidentCommand hold(String duty, String ground, String until) {
        return new DutyCommand.HoldDuty(
                new DutyName(duty),
                ground,
                Instant.parse(until),
                new FreeText("letter of 3 March"));
    }

    private static Standing standing(Scene scene) {
        return scene.incident().dossier().duties().of(GDPR);
    }

    private static List<String> heard(Map<Instant, List<IncidentEvent>> spoken, String clock) {
        return spoken.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream()
                                .filter(IncidentEvent.ObligationRang.class::isInstance)
                                .map(IncidentEvent.ObligationRang.class::cast)
                                .filter(rang -> rang.id().clock().value().equals(clock))
                                .map(rang ->
                                        entry.getKey().toString().replace(":00Z", "Z")
                                                + (rang.escalation()
                                                        ? " escalation"
                                                        : " reminder")))
                .toList();
    }
}
