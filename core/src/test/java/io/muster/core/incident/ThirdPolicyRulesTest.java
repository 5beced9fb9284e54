package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.approval.Wording;
import io.muster.core.notice.Effect;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.KindName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.PolicyReader;
import io.muster.core.policy.Purpose;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** The rules under a policy that calls everything otherwise. */
class ThirdPolicyRulesTest {
    private static final String LEGAL = "الشؤون القانونية";

    @Test
    void whoever_the_policy_calls_legal_is_asked_by_that_name() {
        Scene scene = declared().does(new EvidenceCommand.AskLegal());
        assertThat(scene.told()).containsExactly(Scene.LENA);
        assertThat(scene.said()).anyMatch(s -> s.contains(LEGAL + " asked to take note"));

        scene.by(Scene.LENA).does(new EvidenceCommand.NotifyLegal(Optional.empty(), FreeText.NONE));

        assertThat(scene.said()).anyMatch(s -> s.contains(LEGAL + " took note"));
        scene.isRefused(new EvidenceCommand.AskLegal(), LEGAL + " was told on");
    }

    @Test
    void where_the_policy_has_nobody_for_it_one_is_told_to_do_it_by_hand() {
        String nobody = Yaml.builtIn("third-policy").replace("evidence: {legal: juriste}\n", "");
        Scene scene = Scene.underText(nobody).withoutTeam().declares("NOIR", "Panne");

        scene.isRefused(
                new EvidenceCommand.AskLegal(),
                "The policy has no role for Legal",
                "/incident evidence legal <how>");
        scene.isRefused(
                new EvidenceCommand.NotifyLegal(Optional.empty(), FreeText.NONE), "whom in Legal");
    }

    @Test
    void a_status_update_says_when_the_next_is_due_whatever_its_clock_is_called() {
        Scene scene = declared().does(new IncidentCommand.Acknowledge()).after("PT10M");
        scene.does(
                new IncidentCommand.PostUpdate(
                        FreeText.of("Sur papier"), FreeText.NONE, FreeText.NONE));

        Obligation next = scene.owes("point-de-situation");
        assertThat(next.due()).isEqualTo(scene.now().plusSeconds(25 * 60));
        assertThat(scene.effects())
                .filteredOn(Effect.Say.class::isInstance)
                .extracting(e -> ((Effect.Say) e).notice())
                .anyMatch(n ->
                        n instanceof Notice.StatusUpdate update
                                && update.nextDue().equals(Optional.of(next.due())));
    }

    @Test
    void only_kinds_of_the_policy_can_be_confirmed() {
        declared()
                .isRefused(
                        new IncidentCommand.Confirm(Optional.of(new KindName("security"))),
                        "security")
                .does(new IncidentCommand.Confirm(Optional.of(new KindName("cyber"))));
    }

    @Test
    void naming_a_vendor_makes_it_the_kind_that_the_policy_has_for_that() {
        Scene scene =
                declared()
                        .does(
                                new VendorCommand.NameVendor(
                                        FreeText.of("Hébergeur"), Optional.empty()));

        assertThat(scene.incident().header().kind()).contains(new KindName("prestataire"));
    }

    @Test
    void what_a_draft_does_not_know_is_asked_for_in_its_own_language() {
        Scene scene = declared();
        Purpose purpose = scene.policy().approvals().purpose("avis-patients").orElseThrow();

        Wording wording = DraftPrefill.of(purpose, scene.incident(), scene.policy(), scene.now());

        assertThat(wording.text().text())
                .contains("[? ce qui s'est passé]", "Depuis : 2026-03-04")
                .doesNotContain("fill in");
        assertThat(wording.blanks())
                .containsExactly("ce qui s'est passé", "ce que les patients peuvent faire");
    }

    @Test
    void the_watch_is_called_as_the_policy_calls_it() {
        Scene scene = declared().does(new IncidentCommand.Resolve(FreeText.NONE));

        assertThat(scene.incident().obligations().open())
                .extracting(Obligation::title)
                .contains("Veille après retour");
    }

    @Test
    void an_abbreviated_title_stays_one_within_a_sentence() {
        String text =
                Yaml.builtIn("third-policy")
                        .replace("dismiss: [garde, cadre-garde]", "dismiss: [rssi]");

        Scene.underText(text)
                .declares("NOIR", "Panne")
                .by(Scene.OTTO)
                .isRefused(
                        new IncidentCommand.Dismiss(FreeText.of("rien")),
                        "Only the RSSI may dismiss this");
    }

    /**
     * The rules are asked with the policy that the incident keeps, so the new one cannot matter.
     */
    @Test
    void an_incident_keeps_the_severities_and_phases_of_the_text_that_it_was_opened_under() {
        Scene scene = declared();
        Policy changed =
                PolicyReader.read(
                                Yaml.tree(Yaml.builtIn("third-policy").replace("ROUGE", "VIOLET")),
                                "ba9876543210",
                                Yaml.laws())
                        .ifSound()
                        .orElseThrow();
        IncidentCommand lower =
                new IncidentCommand.ChangeSeverity(new SeverityName("ROUGE"), FreeText.of("moins"));

        assertThat(changed.version()).isNotEqualTo(scene.incident().header().policy());
        assertThat(
                        IncidentRules.decide(
                                scene.incident(),
                                lower,
                                new Moment(
                                        scene.now(),
                                        Actor.person(Scene.ANA),
                                        changed,
                                        scene.moment().roster())))
                .isInstanceOf(Decision.Refused.class);
        assertThat(scene.does(lower).incident().severity()).isEqualTo(new SeverityName("ROUGE"));
    }

    private static Scene declared() {
        return Scene.underThird().declares("NOIR", "Bloc opératoire · تعطل");
    }
}
