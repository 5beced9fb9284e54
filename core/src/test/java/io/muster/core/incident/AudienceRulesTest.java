package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.fact.Answer;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.QuestionName;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who must know, by severity and time: each is told, or it is said why not. */
class AudienceRulesTest {
    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final QuestionName CUSTOMERS = new QuestionName("customers-impacted");

    @Test
    @Tag("S04")
    void p1_tells_five_at_once_two_within_an_hour_and_two_within_a_day_if_asked_for() {
        Scene scene =
                Scene.under("soc2-irp-001")
                        .withHolders("legal")
                        .declares("P1", "Database breached");
        assertThat(row(scene))
                .containsExactly(
                        "commander AT_ONCE 10:00",
                        "ciso AT_ONCE 10:00",
                        "ceo AT_ONCE 10:00",
                        "legal AT_ONCE 10:00",
                        "engineering-lead AT_ONCE 10:00",
                        "staff WITHIN 11:00",
                        "board-chair WITHIN 11:00",
                        "customers WITHIN 10:00 if customers-impacted",
                        "regulators WITHIN 10:00 if regulators-required");
        assertThat(cell(scene, "customers").due()).isEqualTo("2026-03-05T10:00:00Z");
        assertThat(open(scene))
                .as("whoever could be called was")
                .containsExactly(
                        "legal",
                        "engineering-lead",
                        "staff",
                        "board-chair",
                        "customers",
                        "regulators");
        assertThat(audience(scene, "ciso").told().orElseThrow().people())
                .containsExactly(Scene.CIRO);
        assertThat(scene.owes("audience.customers").due()).isEqualTo("2026-03-05T10:00:00Z");
    }

    @Test
    @Tag("S04")
    void p2_tells_three_at_once_one_within_an_hour_and_one_within_a_day() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P2", "Odd admin");
        assertThat(row(scene))
                .containsExactly(
                        "commander AT_ONCE 10:00",
                        "ciso AT_ONCE 10:00",
                        "engineering-lead AT_ONCE 10:00",
                        "customer-success WITHIN 11:00",
                        "management WITHIN 10:00");
        assertThat(cell(scene, "management").due()).isEqualTo("2026-03-05T10:00:00Z");
    }

    @Test
    @Tag("S04")
    void p3_tells_two_at_once_and_the_ciso_within_an_hour_and_nobody_later() {
        Scene scene =
                Scene.under("soc2-irp-001").withHolders("legal").declares("P3", "Failed intrusion");
        assertThat(row(scene))
                .containsExactly(
                        "commander AT_ONCE 10:00",
                        "security-lead AT_ONCE 10:00",
                        "ciso WITHIN 11:00");
        assertThat(scene.policy().escalation().row(new SeverityName("P3")))
                .as("the third column says: not applicable")
                .anyMatch(column -> column.cells().isEmpty());
    }

    @Test
    @Tag("S04")
    void p4_tells_the_analyst_at_once_and_the_security_lead_by_digest() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P4", "Phishing");
        assertThat(row(scene))
                .containsExactly("security-analyst AT_ONCE 10:00", "security-lead DIGEST 10:00");
        assertThat(cell(scene, "security-lead").due())
                .as("the digest of nine the next day, and an hour's grace")
                .isEqualTo("2026-03-05T10:00:00Z");
        scene.at("2026-03-05T09:00:00Z");
        scene.isRefused(new AudienceCommand.SendDigest(scene.now()), "goes out by itself");
        Decision sent = digest(scene);
        assertThat(((Decision.Accepted) sent).events())
                .filteredOn(AudienceEvent.AudienceTold.class::isInstance)
                .singleElement()
                .satisfies(e -> {
                    AudienceEvent.AudienceTold told = (AudienceEvent.AudienceTold) e;
                    assertThat(told.how()).isEqualTo(Audience.How.DIGEST);
                    assertThat(told.people()).containsExactly(Scene.SAM);
                    assertThat(told.late()).isFalse();
                });
    }

    @Test
    @Tag("S04")
    @Tag("F09")
    void the_on_call_commander_is_told_at_once_at_p0_and_p1_and_not_below() {
        for (String severity : List.of("P0", "P1")) {
            Scene scene = Scene.under("featuresignals").declares(severity, "Down");
            assertThat(audience(scene, "on-call-commander").wasTold(Scene.CLEO)).isTrue();
            assertThat(scene.told()).contains(Scene.CLEO);
        }
        for (String severity : List.of("P2", "P3")) {
            Scene scene = Scene.under("featuresignals").declares(severity, "Odd");
            assertThat(scene.told()).doesNotContain(Scene.CLEO);
        }
    }

    @Test
    @Tag("F17")
    void silence_at_p0_goes_to_the_commander_and_then_above() {
        Scene scene = Scene.under("featuresignals").declares("P0", "Down");
        scene.does(new IncidentCommand.Acknowledge());
        scene.after("PT70M").clockKnocks();
        assertThat(scene.told()).contains(Scene.CLEO).doesNotContain(Scene.ELI);
        scene.after("PT10M").clockKnocks();
        assertThat(scene.told()).contains(Scene.ELI);
        assertThat(scene.said()).anyMatch(said -> said.startsWith("escalation: Status update"));
    }

    @Test
    @Tag("S04")
    void whoever_is_in_the_chat_is_written_to_half_way_and_says_that_they_have_seen_it() {
        Scene scene =
                Scene.under("soc2-irp-001").withHolders("legal").declares("P3", "Failed intrusion");
        assertThat(scene.told()).doesNotContain(Scene.CIRO);
        scene.after("PT29M").clockKnocks();
        assertThat(scene.told()).isEmpty();
        scene.after("PT1M").clockKnocks();
        assertThat(scene.told()).containsExactly(Scene.CIRO);
        assertThat(scene.happened(IncidentEvent.ObligationMet.class))
                .singleElement()
                .satisfies(met -> assertThat(met.late()).isFalse());
        scene.by(Scene.CIRO).does(new AudienceCommand.ConfirmSeen());
        assertThat(audience(scene, "ciso").seen())
                .containsExactly(new Audience.Seen(Scene.CIRO, scene.now()));
        scene.isRefused(new AudienceCommand.ConfirmSeen(), "already");
        scene.by(Scene.OTTO).isRefused(new AudienceCommand.ConfirmSeen(), "not told");
    }

    @Test
    @Tag("S04")
    void tell_now_does_not_wait() {
        Scene scene =
                Scene.under("soc2-irp-001").withHolders("legal").declares("P3", "Failed intrusion");
        scene.does(tell("ciso"));
        assertThat(scene.told()).containsExactly(Scene.CIRO);
        scene.isRefused(tell("ciso"), "told already");
        assertThat(scene.after("PT3H").latest("audience.ciso").orElseThrow().state())
                .isEqualTo(Obligation.State.MET);
    }

    @Test
    @Tag("S04")
    void those_whom_nobody_can_write_to_are_told_by_hand_and_how_is_kept() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P1", "Breach");
        scene.isRefused(tell("staff"), "cannot write to All affected staff");
        scene.isRefused(byHand("staff", ""), "Say how they were told");
        scene.isRefused(byHand("janitor", "x"), "does not name");
        scene.after("PT30M").clockKnocks();
        assertThat(scene.said())
                .contains("reminder: Tell All affected staff to UCIRO (Incident commander)");
        scene.after("PT40M").does(byHand("staff", "mail to everyone"));
        assertThat(audience(scene, "staff").late(scene.now())).isTrue();
        assertThat(scene.happened(IncidentEvent.ObligationMet.class).getFirst().late()).isTrue();
        scene.isRefused(byHand("staff", "again"), "told already");
    }

    @Test
    @Tag("S04")
    void a_role_that_nobody_holds_is_said_aloud_and_stays_owed_until_somebody_does() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P1", "Breach");
        assertThat(scene.said())
                .anyMatch(said -> said.contains("Nobody holds the role Legal counsel"));
        assertThat(scene.owes("audience.legal").late(scene.now().plusSeconds(1))).isTrue();
        scene.isRefused(tell("legal"), "/incident assign legal @person");
        scene.after("PT10M").clockKnocks();
        assertThat(scene.said()).anyMatch(said -> said.contains("Tell Legal counsel"));
        scene.does(new IncidentCommand.AssignRole(new RoleName("legal"), Scene.DORA));
        assertThat(scene.told()).containsExactly(Scene.DORA);
        assertThat(audience(scene, "legal").late(scene.now())).isTrue();
        assertThat(scene.incident().crew().has(Scene.DORA)).isTrue();
    }

    @Test
    @Tag("S04")
    void whoever_is_not_in_the_chat_is_told_by_hand_and_their_address_stays_out_of_the_channel() {
        Scene scene =
                Scene.under("soc2-irp-001")
                        .withHolders("legal")
                        .withOutsider("ceo", "Bea Board", "bea@board.example")
                        .declares("P1", "Breach");
        assertThat(scene.happened(IncidentEvent.RolePaged.class))
                .as("the role is held, so nobody says that it is not")
                .noneMatch(paged -> paged.role().value().equals("ceo"));
        scene.isRefused(tell("ceo"), "not in Slack");
        scene.after("PT10M").clockKnocks();
        assertThat(scene.said()).anyMatch(said -> said.startsWith("escalation: Tell CEO"));
        assertThat(scene.effects().toString()).doesNotContain("bea@", "Bea");
        scene.does(byHand("ceo", "rang her"));
        assertThat(open(scene)).doesNotContain("ceo");
    }

    @Test
    @Tag("S04")
    void silence_about_somebody_who_must_know_goes_above_every_hour() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P1", "Breach");
        scene.does(new IncidentCommand.Acknowledge());
        scene.after("PT90M").clockKnocks();
        assertThat(scene.said())
                .contains(
                        "escalation: Tell All affected staff to UCIRO (Incident commander); UELI (CEO)");
    }

    @Test
    @Tag("S04")
    void no_makes_a_cell_not_applicable_and_a_later_yes_owes_it_by_the_first_deadline() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P1", "Breach");
        scene.does(answer(Answer.UNKNOWN));
        assertThat(scene.owes("audience.customers").due()).isEqualTo("2026-03-05T10:00:00Z");
        scene.after("PT2H").does(answer(Answer.NO));
        assertThat(audience(scene, "customers").ruledOut().orElseThrow().question())
                .contains(CUSTOMERS);
        assertThat(scene.said())
                .anyMatch(said ->
                        said.contains("Customers need not be told: Are customers affected? No."));
        assertThat(scene.incident().obligations().open())
                .noneMatch(o -> o.id().clock().value().equals("audience.customers"));
        scene.after("PT30H").does(answer(Answer.YES));
        assertThat(scene.owes("audience.customers").due()).isEqualTo("2026-03-05T10:00:00Z");
        assertThat(audience(scene, "customers").late(scene.now())).isTrue();
        assertThat(scene.said()).anyMatch(said -> said.contains("must be told after all"));
        scene.clockKnocks();
        assertThat(scene.said()).anyMatch(said -> said.contains("Tell Customers"));
    }

    @Test
    @Tag("S04")
    void a_question_that_nobody_answers_is_asked_again_and_the_clock_runs() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P1", "Breach");
        scene.after("PT12H").clockKnocks();
        assertThat(scene.said()).anyMatch(said -> said.startsWith("reminder: Tell Customers"));
        scene.after("PT12H30M").clockKnocks();
        assertThat(scene.said()).anyMatch(said -> said.startsWith("escalation: Tell Customers"));
    }

    @Test
    @Tag("S04")
    void not_applicable_wants_a_reason_and_a_later_yes_overrules_it() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P1", "Breach");
        scene.isRefused(ruleOut("customers", ""), "Say why");
        scene.does(ruleOut("customers", "test data only"));
        scene.isRefused(ruleOut("customers", "again"), "already");
        assertThat(scene.latest("audience.customers").orElseThrow().state())
                .isEqualTo(Obligation.State.DROPPED);
        scene.after("PT1H").does(answer(Answer.YES));
        assertThat(open(scene)).contains("customers");
        scene.after("PT1H").does(ruleOut("customers", "it was the staging database"));
        scene.does(new IncidentCommand.AddNote(new FreeText("moving on")));
        assertThat(open(scene)).as("the last word counts").doesNotContain("customers");
    }

    @Test
    @Tag("S04")
    void a_raised_severity_tells_whom_it_adds_and_nobody_twice() {
        Scene scene =
                Scene.under("soc2-irp-001").withHolders("legal").declares("P3", "Failed intrusion");
        scene.after("PT30M").clockKnocks();
        assertThat(scene.told()).containsExactly(Scene.CIRO);
        scene.after("PT90M").does(severity("P1"));
        assertThat(scene.told())
                .as("the CISO and the Security lead know")
                .containsExactly(Scene.ELI);
        assertThat(scene.said())
                .anyMatch(said ->
                        said.contains("By the plan for P1 these must know")
                                && said.contains("not told again")
                                && said.contains("CISO"));
        assertThat(scene.owes("audience.staff").due()).isEqualTo("2026-03-04T11:00:00Z");
        assertThat(scene.owes("audience.staff").late(scene.now())).isTrue();
        assertThat(scene.owes("audience.customers").due()).isEqualTo("2026-03-05T10:00:00Z");
        scene.clockKnocks();
        assertThat(scene.said()).anyMatch(said -> said.contains("Tell All affected staff"));
    }

    @Test
    @Tag("S04")
    void a_lowered_severity_takes_nothing_back_and_drops_what_is_no_longer_owed() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P1", "Breach");
        scene.does(byHand("staff", "mail to everyone"));
        scene.after("PT1H").does(severity("P3"));
        assertThat(audience(scene, "staff").told()).isPresent();
        assertThat(audience(scene, "staff").owed()).isEmpty();
        assertThat(scene.happened(IncidentEvent.ObligationDropped.class))
                .filteredOn(dropped -> dropped.id().clock().value().startsWith("audience."))
                .isNotEmpty()
                .allMatch(dropped -> dropped.why().equals("no longer owed at P3"));
        assertThat(scene.said())
                .anyMatch(said ->
                        said.contains("no longer owed: Legal counsel")
                                && said.contains("Customers, Regulators")
                                && said.contains("All affected staff"));
        assertThat(open(scene)).isEmpty();
        scene.after("PT1H").does(severity("P1"));
        assertThat(open(scene)).contains("customers").doesNotContain("staff");
    }

    @Test
    @Tag("S04")
    void whoever_acknowledges_has_seen_it() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P1", "Breach");
        scene.by(Scene.CIRO).does(new IncidentCommand.Acknowledge());
        assertThat(audience(scene, "ciso").wasSeenBy(Scene.CIRO)).isTrue();
        assertThat(audience(scene, "commander").wasSeenBy(Scene.CIRO)).isTrue();
        assertThat(audience(scene, "ceo").seen()).isEmpty();
    }

    @Test
    @Tag("S04")
    void of_a_private_incident_those_told_later_learn_no_more_than_that_it_is() {
        Scene scene =
                Scene.under("soc2-irp-001").withHolders("legal").declares(quiet("P3", "Insider"));
        scene.after("PT30M").clockKnocks();
        assertThat(scene.effects())
                .filteredOn(Effect.Tell.class::isInstance)
                .singleElement()
                .satisfies(tell ->
                        assertThat(((Effect.Tell) tell).notice())
                                .isEqualTo(new Notice.Word("CISO", true)));
        assertThat(scene.incident().crew().has(Scene.CIRO)).isFalse();
        scene.by(Scene.CIRO).does(new AudienceCommand.ConfirmSeen());
        assertThat(audience(scene, "ciso").wasSeenBy(Scene.CIRO)).isTrue();
        scene.isRefused(new IncidentCommand.AddNote(new FreeText("?")), "no incident here");
        scene.by(Scene.ANA).does(severity("P1"));
        assertThat(scene.effects())
                .as("now he must come in")
                .filteredOn(Effect.Bring.class::isInstance)
                .anyMatch(bring -> ((Effect.Bring) bring).people().contains(Scene.CIRO));
        assertThat(scene.incident().crew().has(Scene.CIRO)).isTrue();
    }

    @Test
    @Tag("S04")
    void what_was_dismissed_owes_nobody_word() {
        Scene scene = Scene.under("soc2-irp-001").withHolders("legal").declares("P1", "Breach");
        scene.does(new IncidentCommand.Dismiss(new FreeText("our own scanner")));
        assertThat(scene.incident().obligations().open()).isEmpty();
        scene.after("PT3H").clockKnocks();
        assertThat(scene.effects()).isEmpty();
        scene.does(new IncidentCommand.Reopen(new FreeText("it was not")));
        assertThat(open(scene)).contains("staff");
        assertThat(scene.owes("audience.staff").due()).isEqualTo(TEN.plusSeconds(3600));
    }

    private static List<String> row(Scene scene) {
        return scene.incident().dossier().audiences().owed().stream()
                .map(a -> a.owed().orElseThrow())
                .map(c ->
                        c.role()
                                + " "
                                + c.when()
                                + " "
                                + c.due().toString().substring(11, 16)
                                + c.onlyIf().map(q -> " if " + q).orElse(""))
                .toList();
    }

    private static List<String> open(Scene scene) {
        return scene.incident().dossier().audiences().open().stream()
                .map(a -> a.role().value())
                .toList();
    }

    private static Audience audience(Scene scene, String role) {
        return scene.incident().dossier().audiences().find(new RoleName(role)).orElseThrow();
    }

    private static Cell cell(Scene scene, String role) {
        return audience(scene, role).owed().orElseThrow();
    }

    private static Decision digest(Scene scene) {
        Moment asked = scene.moment();
        return IncidentRules.decide(
                scene.incident(),
                new AudienceCommand.SendDigest(scene.now()),
                new Moment(
                        asked.now(),
                        io.muster.core.roster.Actor.muster(),
                        asked.policy(),
                        asked.roster()));
    }

    private static IncidentCommand tell(String role) {
        return new AudienceCommand.TellAudience(new RoleName(role));
    }

    private static IncidentCommand byHand(String role, String how) {
        return new AudienceCommand.RecordTold(new RoleName(role), new FreeText(how));
    }

    private static IncidentCommand ruleOut(String role, String why) {
        return new AudienceCommand.RuleOutAudience(new RoleName(role), new FreeText(why));
    }

    private static IncidentCommand answer(Answer answer) {
        return new FactCommand.AnswerQuestion(CUSTOMERS, answer, FreeText.NONE);
    }

    private static IncidentCommand severity(String to) {
        return new IncidentCommand.ChangeSeverity(
                new SeverityName(to), new FreeText("we know more"));
    }

    private static IncidentCommand.Declare quiet(String severity, String title) {
        return new IncidentCommand.Declare(
                new FreeText(title),
                FreeText.NONE,
                new SeverityName(severity),
                Optional.empty(),
                true,
                false,
                false,
                Source.EMPLOYEE,
                Optional.empty());
    }
}
