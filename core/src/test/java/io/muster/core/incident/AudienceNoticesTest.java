package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.audience.Audience;
import io.muster.core.drill.DrillPlan;
import io.muster.core.fact.Answer;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A notice that went out is the word that the escalation matrix owes. Dora writes, Ciro leads. */
class AudienceNoticesTest {
    private static final DutyName SUSPECTED = new DutyName("breach-suspected");
    private static final DutyName GDPR = new DutyName("gdpr-33");

    @Test
    @Tag("S04")
    void a_notice_that_was_approved_released_and_sent_is_word_to_the_customers() {
        Scene scene = breach();
        scene.after("PT2H");
        send(scene, "customer-breach", Optional.of("breach-confirmed"));
        Audience.Word word = customers(scene).told().orElseThrow();
        assertThat(word.how()).isEqualTo(Audience.How.NOTICE);
        assertThat(word.notice().orElseThrow().title()).isEqualTo("N-1, Customer breach notice");
        assertThat(word.note()).as("the proof").isEqualTo(new FreeText("M-1"));
        assertThat(scene.latest("audience.customers").map(Obligation::state))
                .contains(Obligation.State.MET);
        assertThat(customers(scene).late(scene.now())).isFalse();
        assertThat(audience(scene, "regulators").isOpen()).as("another audience").isTrue();
        assertThat(scene.said())
                .anyMatch(s -> s.startsWith("Customers told by notice: N-1, Customer breach"));
    }

    @Test
    @Tag("S04")
    void a_notice_that_serves_no_duty_reaches_them_by_its_purpose() {
        Scene scene = breach();
        send(scene, "regulator", Optional.empty());
        assertThat(audience(scene, "regulators").told()).isPresent();
        assertThat(customers(scene).told()).isEmpty();
    }

    @Test
    @Tag("S04")
    void a_duty_that_was_discharged_on_the_authoritys_own_form_counts_from_when_it_was_sent() {
        Scene scene = breach();
        Instant sent = scene.now().plusSeconds(60);
        scene.after("PT30H")
                .does(
                        new DutyCommand.DischargeDuty(
                                GDPR,
                                sent,
                                new FreeText("reference 42"),
                                Optional.empty(),
                                FreeText.NONE,
                                new FreeText("Lena, Legal")));
        assertThat(audience(scene, "regulators").told().orElseThrow().at()).isEqualTo(sent);
        assertThat(scene.happened(AudienceEvent.AudienceTold.class).getFirst().late()).isFalse();
        assertThat(scene.happened(IncidentEvent.ObligationMet.class))
                .filteredOn(e -> e.id().clock().value().equals("audience.regulators"))
                .singleElement()
                .satisfies(met -> assertThat(met.late()).isFalse());
    }

    @Test
    @Tag("S04")
    void a_decision_not_to_notify_makes_the_cell_not_applicable_with_its_reason() {
        Scene scene = breach();
        scene.by(Scene.LENA).does(waive(GDPR, "no risk to anybody"));
        Audience.RuledOut why = audience(scene, "regulators").ruledOut().orElseThrow();
        assertThat(why.reason()).isEqualTo(new FreeText("no risk to anybody"));
        assertThat(why.waived()).contains("gdpr-33");
        assertThat(scene.latest("audience.regulators").map(Obligation::state))
                .contains(Obligation.State.DROPPED);
        assertThat(scene.said())
                .anyMatch(s ->
                        s.startsWith(
                                "Regulators need not be told: it was decided not to notify, no"
                                        + " risk to anybody"));
    }

    @Test
    @Tag("S04")
    void while_another_duty_to_the_same_people_runs_they_are_still_owed_word() {
        Scene scene = breach();
        scene.by(Scene.LENA).does(waive(SUSPECTED, "it is confirmed by now"));
        assertThat(customers(scene).isOpen()).isTrue();
    }

    @Test
    @Tag("S04")
    void what_is_taken_back_is_owed_again() {
        Scene scene = breach();
        scene.by(Scene.LENA).does(waive(GDPR, "no risk"));
        scene.does(new DutyCommand.TakeBackDuty(GDPR, new FreeText("there is a risk")));
        assertThat(audience(scene, "regulators").isOpen()).isTrue();
        assertThat(scene.owes("audience.regulators").isOpen()).isTrue();

        send(scene, "regulator", Optional.of("gdpr-33"));
        assertThat(audience(scene, "regulators").told()).isPresent();
        scene.by(Scene.LENA)
                .does(new DutyCommand.TakeBackDuty(GDPR, new FreeText("the mail came back")));
        assertThat(audience(scene, "regulators").isOpen()).isTrue();
    }

    @Test
    @Tag("S04")
    void a_severity_raised_later_does_not_ask_again_for_what_was_sent() {
        Scene scene = Scene.under("soc2-irp-001").by(Scene.CIRO).declares("P2", "Odd logins");
        send(scene, "suspected-breach", Optional.empty());
        scene.does(
                new IncidentCommand.ChangeSeverity(new SeverityName("P1"), new FreeText("worse")));
        assertThat(customers(scene).isOpen()).isFalse();
        assertThat(audience(scene, "regulators").isOpen()).isTrue();
    }

    @Test
    @Tag("F26")
    void in_a_drill_the_cell_says_that_nothing_left_the_building() {
        Scene scene =
                Scene.under("soc2-irp-001")
                        .by(Scene.CIRO)
                        .declares(
                                new IncidentCommand.Declare(
                                        new FreeText("Tabletop"),
                                        FreeText.NONE,
                                        new SeverityName("P1"),
                                        Optional.empty(),
                                        false,
                                        false,
                                        true,
                                        Source.EMPLOYEE,
                                        Optional.empty(),
                                        Optional.of(
                                                new DrillPlan(
                                                        Optional.of("tabletop"), 1, List.of()))));
        send(scene, "customer-breach", Optional.of("breach-suspected"));
        assertThat(scene.happened(DutyEvent.DutyDischarged.class)).isEmpty();
        assertThat(scene.happened(DutyEvent.DutyExercised.class)).hasSize(1);
        assertThat(customers(scene).told().orElseThrow().how()).isEqualTo(Audience.How.EXERCISE);
        scene.does(
                new AudienceCommand.RecordTold(
                        new RoleName("regulators"), new FreeText("called the desk next door")));
        assertThat(audience(scene, "regulators").told().orElseThrow().how())
                .isEqualTo(Audience.How.EXERCISE);
        assertThat(scene.said())
                .allMatch(s -> s.startsWith("Exercised, nothing left the building"));
    }

    private static Scene breach() {
        return Scene.under("soc2-irp-001")
                .by(Scene.CIRO)
                .declares("P1", "Database breached")
                .does(new IncidentCommand.Confirm(Optional.empty()))
                .does(
                        new FactCommand.AnswerQuestion(
                                new QuestionName("customer-data"), Answer.YES, FreeText.NONE));
    }

    private static void send(Scene scene, String purpose, Optional<String> duty) {
        int number = scene.incident().dossier().drafts().next();
        scene.by(Scene.DORA)
                .does(
                        new DraftCommand.WriteDraft(
                                purpose, duty, DraftRulesTest.words("It happened."), true));
        String hash =
                scene.incident().dossier().drafts().find(number).orElseThrow().current().hash();
        scene.by(Scene.LENA)
                .does(new DraftCommand.ApproveDraft(number, hash))
                .by(Scene.CIRO)
                .does(new DraftCommand.ReleaseDraft(number, hash))
                .does(
                        new DraftCommand.MarkSent(
                                number,
                                Optional.empty(),
                                new FreeText("email"),
                                new FreeText("120"),
                                new FreeText("M-1"),
                                FreeText.NONE));
    }

    private static DutyCommand waive(DutyName duty, String reason) {
        return new DutyCommand.WaiveDuty(duty, new FreeText(reason));
    }

    private static Audience customers(Scene scene) {
        return audience(scene, "customers");
    }

    private static Audience audience(Scene scene, String role) {
        return scene.incident().dossier().audiences().find(new RoleName(role)).orElseThrow();
    }
}
