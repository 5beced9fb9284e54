package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.notice.Effect;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.SeverityName;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterRulesTest {
    @ParameterizedTest
    @Tag("S02")
    @CsvSource({"P1, UCIRO", "P2, UCIRO", "P3, USAM", "P4, USAM"})
    void the_commander_follows_the_severity(String severity, String commander) {
        assertThat(Scene.under("soc2-irp-001").declares(severity, "x").incident().commander())
                .contains(new PersonId(commander));
    }

    @Test
    @Tag("S02")
    void a_raise_from_p3_to_p1_hands_command_from_the_security_lead_to_the_ciso() {
        Scene scene = Scene.under("soc2-irp-001").declares("P3", "Odd logins").after("PT5M");
        scene.does(raise("P1"));
        assertThat(scene.incident().commander()).contains(Scene.CIRO);
        assertThat(scene.said())
                .contains(
                        "UCIRO is now Incident commander, taking over from USAM, as the policy says");
    }

    @Test
    void a_commander_whom_people_named_stays_when_the_severity_changes() {
        Scene scene = Scene.under("soc2-irp-001").declares("P3", "Odd logins");
        scene.does(new IncidentCommand.AssignRole(Role.COMMANDER, Scene.BEN)).does(raise("P1"));
        assertThat(scene.incident().commander()).contains(Scene.BEN);
    }

    @Test
    @Tag("F09")
    void the_on_call_commander_is_called_at_p0_and_p1_and_not_at_p2() {
        assertThat(Scene.under("featuresignals").declares("P0", "x").told()).contains(Scene.CLEO);
        assertThat(Scene.under("featuresignals").declares("P1", "x").told()).contains(Scene.CLEO);
        assertThat(Scene.under("featuresignals").declares("P2", "x").told())
                .doesNotContain(Scene.CLEO);
    }

    @Test
    @Tag("F09")
    void a_raise_calls_those_who_must_know_now_and_nobody_a_second_time() {
        Scene scene = Scene.under("featuresignals").by(Scene.OTTO).declares("P2", "x");
        assertThat(scene.told()).containsExactly(Scene.ANA);
        scene.does(raise("P0"));
        assertThat(scene.told()).containsExactly(Scene.CLEO);
    }

    @Test
    @Tag("F05")
    void the_on_call_engineer_is_called_when_somebody_else_declares() {
        Scene scene = Scene.under("featuresignals").by(Scene.OTTO).declares("P3", "x");
        assertThat(scene.told()).containsExactly(Scene.ANA);
        assertThat(scene.incident().crew().inside()).contains(Scene.ANA, Scene.OTTO);
    }

    @Test
    void who_declares_is_not_called_for_what_they_know() {
        assertThat(Scene.declared().told()).doesNotContain(Scene.ANA).contains(Scene.CLEO);
    }

    @Test
    void a_role_that_nobody_holds_is_recorded_and_said() {
        Scene scene = Scene.under("featuresignals").withoutTeam().declares("P0", "x");
        assertThat(scene.happened(IncidentEvent.RolePaged.class))
                .allMatch(e -> e.people().isEmpty());
        assertThat(scene.said())
                .anyMatch(s -> s.contains("Nobody holds the role On-call engineer"));
    }

    @Test
    void a_role_is_given_handed_over_and_not_given_twice() {
        Scene scene = Scene.declared();
        IncidentCommand assign = new IncidentCommand.AssignRole(new RoleName("comms"), Scene.DORA);
        scene.does(assign).isRefused(assign, "UDORA is Communications lead already");
        scene.does(new IncidentCommand.AssignRole(new RoleName("comms"), Scene.BEN));
        assertThat(scene.said())
                .containsExactly(
                        "UBEN is now Communications lead, taking over from UDORA (decided by UANA)");
        assertThat(scene.effects()).contains(new Effect.Bring(java.util.List.of(Scene.BEN)));
        scene.isRefused(
                new IncidentCommand.AssignRole(new RoleName("wizard"), Scene.BEN),
                "is not a role here",
                "commander");
    }

    @Test
    void escalating_climbs_the_same_path_as_the_clock_and_says_when_it_ends() {
        Scene scene = Scene.declared();
        IncidentCommand escalate = new IncidentCommand.Escalate(new FreeText("no answer"));
        scene.does(escalate);
        assertThat(scene.told()).containsExactly(Scene.BEN);
        assertThat(scene.said())
                .containsExactly("Escalated to UBEN (On-call engineer) by UANA: no answer");
        assertThat(scene.does(escalate).told()).containsExactly(Scene.CLEO);
        assertThat(scene.does(escalate).told()).containsExactly(Scene.ELI);
        assertThat(scene.does(escalate).told())
                .as("the last resort again")
                .containsExactly(Scene.ELI);
        Scene.under("featuresignals")
                .withoutTeam()
                .declares("P0", "x")
                .isRefused(escalate, "nobody further up");
    }

    @Test
    void whoever_is_on_duty_in_a_role_can_be_called() {
        Scene scene = Scene.declared();
        scene.does(
                new IncidentCommand.Page(new RoleName("comms"), new FreeText("write the notice")));
        assertThat(scene.told()).containsExactly(Scene.DORA);
        scene.isRefused(
                new IncidentCommand.Page(new RoleName("scribe"), FreeText.NONE),
                "Nobody holds the role Scribe",
                "/incident assign scribe @person");
    }

    @Test
    void people_who_come_in_are_recorded_once() {
        Scene scene = Scene.declared();
        scene.does(new IncidentCommand.Join(Scene.OTTO));
        scene.isRefused(new IncidentCommand.Join(Scene.OTTO), "");
        assertThat(scene.incident().crew().has(Scene.OTTO)).isTrue();
    }

    private static IncidentCommand raise(String to) {
        return new IncidentCommand.ChangeSeverity(
                new SeverityName(to), new FreeText("it is worse"));
    }
}
